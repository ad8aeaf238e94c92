'use client'

import { useEditor } from '@/components/editor/store/editor-context'
import { stepOf } from '@/components/editor/store/run-index'
import { ConnectorIcon, iconOf } from '@/components/marks/connector-icon'
import { StatusIcon } from '@/components/marks/status-chip'
import type { WorkflowNode } from '@/lib/workflow/document'
import { titleOf } from './title-of'

/** What is left of a card below two thirds of its size: icon, name and state, large enough to read. */
export function CardFar({ node }: { node: WorkflowNode }) {
  const status = useEditor((state) => stepOf(state.run, node.id)?.status)
  return (
    <div className="card-far absolute inset-0 items-center gap-3 px-4" aria-hidden>
      <ConnectorIcon
        name={iconOf(node.type, node.type === 'action' ? node.action : null)}
        className="size-7"
      />
      <span className="line-clamp-2 min-w-0 flex-1 font-medium text-xl leading-tight">{titleOf(node)}</span>
      {status ? <StatusIcon status={status} hidden className="size-7" /> : null}
    </div>
  )
}
