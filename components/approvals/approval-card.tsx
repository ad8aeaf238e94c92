'use client'

import { Lock } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ApprovalView } from '@/lib/workflow/views/approval-view'
import { useApi } from '../api/use-api'
import { useLink } from '../api/workspace-context'
import { Alert } from '../ui/alert'
import { Badge } from '../ui/badge'
import { RelativeTime } from '../values/relative-time'
import { ApprovalHeading } from './approval-heading'
import { ApprovalStatus } from './approval-status'
import { itemWords } from './approval-words'
import { CoveredEffects } from './covered-effects'
import { DecideForm } from './decide-form'
import { DecisionsSoFar } from './decisions-so-far'
import { NotCovered } from './not-covered'

type ApprovalCardProps = { first: ApprovalView; heading: 'h1' | 'h2' }

/** What one is asked to let happen, who asks, and the decision. Once decided it is locked and says who decided. */
export function ApprovalCard({ first, heading: Heading }: ApprovalCardProps) {
  const { data } = useApi<ApprovalView>(`/approvals/${first.id}`, {
    first,
    refreshInterval: (latest) => (latest?.status === 'pending' ? 4_000 : 0),
  })
  const approval = data ?? first
  const pending = approval.status === 'pending'
  return (
    <article className="flex flex-col gap-6">
      <header>
        <ApprovalHeading approval={approval} as={Heading} />
        <Asking approval={approval} />
      </header>
      {approval.message ? (
        <blockquote className="whitespace-pre-wrap break-words border-waiting border-l-2 pl-3.5">
          {approval.message}
        </blockquote>
      ) : null}
      <Part title={pending ? 'Exactly this will happen' : 'What it was about'}>
        <CoveredEffects approval={approval} />
      </Part>
      <NotCovered approval={approval} />
      {approval.decisions.length > 0 ? (
        <Part title={`Decisions, ${approval.quorum} needed`}>
          <DecisionsSoFar approval={approval} />
        </Part>
      ) : null}
      {pending && approval.mine ? <DecideForm key={approval.digest} approval={approval} /> : null}
      {pending && !approval.mine ? (
        <Alert tone="waiting">{approval.mineReason ?? `Waiting for ${approval.approvers.join(', ')}.`}</Alert>
      ) : null}
      {pending ? null : (
        <p className="flex items-center gap-2 border-line border-t pt-4 text-muted">
          <Lock className="size-4" aria-hidden /> Closed.{' '}
          <ApprovalStatus status={approval.status} className="text-base" />
        </p>
      )}
    </article>
  )
}

function Asking({ approval }: { approval: ApprovalView }) {
  const link = useLink()
  return (
    <div className="mt-1 flex flex-col items-start gap-2 text-muted">
      <p className="text-pretty">
        <Link
          href={link(`runs/${approval.runId}`)}
          className="text-text underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {approval.workflow.name}
        </Link>{' '}
        asks at ‘{approval.title}’{itemWords(approval)}
        {approval.startedBy ? `, in a run that ${approval.startedBy.name} started` : ''}{' '}
        <RelativeTime at={approval.createdAt} />
      </p>
      <p className="flex flex-wrap items-center gap-2 empty:hidden">
        {approval.practice ? <Badge tone="practice">Practice</Badge> : null}
        {approval.quorum > 1 ? <Badge tone="outline">{approval.quorum} people needed</Badge> : null}
        {approval.deadline && approval.status === 'pending' ? (
          <Badge tone="write">
            <RelativeTime at={approval.deadline} prefix="Expires " />
          </Badge>
        ) : null}
      </p>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <p className="mb-2 font-medium text-muted text-sm">{title}</p>
      {children}
    </section>
  )
}
