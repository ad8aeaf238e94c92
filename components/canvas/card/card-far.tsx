import { ConnectorIcon, iconOf } from '@/components/ui/connector-icon'
import type { WorkflowNode } from '@/lib/workflow/document'
import { titleOf } from './title-of'

/** What is left of a card below two thirds of its size: icon and name, large enough to read. */
export function CardFar({ node }: { node: WorkflowNode }) {
  return (
    <div className="card-far absolute inset-0 items-center gap-3 px-4" aria-hidden>
      <ConnectorIcon
        name={iconOf(node.type, node.type === 'action' ? node.action : null)}
        className="size-7"
      />
      <span className="line-clamp-2 min-w-0 font-medium text-xl">{titleOf(node)}</span>
    </div>
  )
}
