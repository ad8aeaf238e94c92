import { Pause } from 'lucide-react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { Badge } from '../ui/badge'

type State = Pick<WorkflowSummary, 'live' | 'paused' | 'draftDiffers'>

/** Live, paused or draft, and whether the draft is ahead of what is live. */
export function WorkflowState({ workflow }: { workflow: State }) {
  if (!workflow.live) return <Badge tone="outline">Draft</Badge>
  return (
    <span className="inline-flex items-center gap-2">
      {workflow.paused ? (
        <Badge tone="write">
          <Pause aria-hidden /> Paused
        </Badge>
      ) : (
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-sm">
          <span className="size-2 rounded-full bg-succeeded" aria-hidden />
          Live <span className="text-muted tabular-nums">v{workflow.live.number}</span>
        </span>
      )}
      {workflow.draftDiffers ? (
        <Badge tone="accent" title="The draft has changes that are not live yet.">
          Edited
        </Badge>
      ) : null}
    </span>
  )
}
