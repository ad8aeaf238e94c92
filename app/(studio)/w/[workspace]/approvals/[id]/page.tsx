import { ChevronLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { workspaceLink } from '@/components/api/workspace-link'
import { ApprovalCard } from '@/components/approvals/approval-card'
import { Page } from '@/components/frame/page'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { member, orNotFound } from '../../member'

type ApprovalProps = { params: Promise<{ workspace: string; id: string }> }

export async function generateMetadata({ params }: ApprovalProps): Promise<Metadata> {
  const actor = await member(params)
  const { id } = await params
  return { title: (await orNotFound(getApproval(actor, id))).title }
}

export default async function Approval({ params }: ApprovalProps) {
  const actor = await member(params)
  const { id, workspace } = await params
  return (
    <Page width="narrow">
      <Link
        href={workspaceLink(workspace, 'approvals')}
        className="-ml-1 mb-3 inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-text"
      >
        <ChevronLeft className="size-4" aria-hidden /> Approvals
      </Link>
      <ApprovalCard first={await orNotFound(getApproval(actor, id))} heading="h1" />
    </Page>
  )
}
