import { CircleCheck, CircleX } from 'lucide-react'
import type { ApprovalView } from '@/lib/workflow/views/approval-view'
import { Badge } from '../ui/badge'
import { RelativeTime } from '../values/relative-time'

/** Who decided what, and when. */
export function DecisionsSoFar({ approval }: { approval: ApprovalView }) {
  if (approval.decisions.length === 0) return null
  return (
    <ul aria-label="Decisions" className="flex flex-col gap-2">
      {approval.decisions.map((decision) => (
        <li key={`${decision.by.id} ${decision.at}`} className="flex items-start gap-2.5">
          {decision.decision === 'approve' ? (
            <CircleCheck className="mt-0.5 size-4 shrink-0 text-succeeded" aria-hidden />
          ) : (
            <CircleX className="mt-0.5 size-4 shrink-0 text-failed" aria-hidden />
          )}
          <div className="min-w-0">
            <p>
              <span className="font-medium">{decision.by.name}</span>{' '}
              {decision.decision === 'approve' ? 'approved' : 'rejected'} it{' '}
              <RelativeTime at={decision.at} className="text-muted" />
              {decision.selfConfirmed ? (
                <Badge
                  className="ml-2"
                  title="The same person started the run and was the only one who could decide."
                >
                  self-confirmed
                </Badge>
              ) : null}
            </p>
            {decision.comment ? <p className="break-words text-muted">“{decision.comment}”</p> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
