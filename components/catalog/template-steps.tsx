import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { ConnectorTile, iconOf } from '../marks/connector-icon'

/** The steps of a template in the order of its drawing. */
export function TemplateSteps({ document }: { document: WorkflowDocument }) {
  const nodes = document.nodes.filter(({ type }) => type !== 'note')
  return (
    <ol className="flex flex-col">
      {nodes.map((node) => (
        <li
          key={node.id}
          className="relative flex items-center gap-3 py-1.5 before:absolute before:top-9 before:-bottom-1.5 before:left-3.5 before:w-px before:bg-line last:before:hidden"
        >
          <ConnectorTile name={iconOf(node.type, node.type === 'action' ? node.action : null)} />
          <span className="min-w-0 truncate">{nameOf(node)}</span>
        </li>
      ))}
    </ol>
  )
}

function nameOf(node: WorkflowNode): string {
  return node.name ?? node.id.replaceAll('_', ' ')
}
