'use client'

import { useEditor } from '@/components/editor/store/editor-context'
import { stepOf } from '@/components/editor/store/run-index'
import { ConnectorIcon, iconOf } from '@/components/marks/connector-icon'
import { StatusIcon } from '@/components/marks/status-chip'
import { loopProgressOf } from '@/components/runs/loop/loop-progress'
import { describeCount } from '@/components/values/describe-amount'
import type { WorkflowNode } from '@/lib/workflow/document'
import { bodyOf } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { titleOf } from './title-of'

/** What is left of a card below two thirds of its size: icon, name and state, large enough to read. */
export function CardFar({ node }: { node: WorkflowNode }) {
  const step = useEditor((state) => stepOf(state.run, node.id))
  const status = step?.status
  const body = bodyOf(node)
  const count = body?.nodes.filter((inner) => kindOf(inner).runs).length ?? 0
  const words = (step && loopProgressOf(step)?.words) || (body && describeCount(count, 'step'))
  return (
    <div className="card-far absolute inset-0 items-center gap-3 px-4" aria-hidden>
      <ConnectorIcon
        name={iconOf(node.type, node.type === 'action' ? node.action : null)}
        className="size-7"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium text-xl leading-tight">{titleOf(node)}</span>
        {words ? <span className="mt-1 block text-muted text-xl leading-snug">{words}</span> : null}
      </span>
      {status ? <StatusIcon status={status} hidden className="size-7" /> : null}
    </div>
  )
}
