import { ApprovalInbox } from '@/components/approvals/approval-inbox'
import { tabOf } from '@/components/approvals/inbox-tabs'
import { Page } from '@/components/frame/page'
import { PageHeader } from '@/components/ui/page-header'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { member } from '../member'

export const metadata = { title: 'Approvals' }

type ApprovalsProps = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ show?: string | string[] }>
}

export default async function Approvals({ params, searchParams }: ApprovalsProps) {
  const actor = await member(params)
  const { show } = await searchParams
  const tab = tabOf(typeof show === 'string' ? show : null)
  const status = tab === 'decided' ? decided : pending
  return (
    <Page width="wide">
      <PageHeader title="Approvals" description="Runs that wait for a person before they go on." />
      <ApprovalInbox first={await listApprovals(actor, { status })} />
    </Page>
  )
}

const pending = ['pending'] as const
const decided = ['approved', 'rejected', 'expired', 'cancelled'] as const
