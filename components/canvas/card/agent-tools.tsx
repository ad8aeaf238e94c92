import { ConnectorIcon } from '@/components/marks/connector-icon'
import { EffectIcon } from '@/components/marks/effect-chip'
import { getAction, getConnector } from '@/lib/connectors'
import type { AgentTool } from '@/lib/workflow/document'

const shown = 4

/** What an agent may do, each tool with its effect. */
export function AgentTools({ tools }: { tools: readonly AgentTool[] }) {
  if (tools.length === 0) return <p className="text-muted text-xs">No tools: it can only answer.</p>
  return (
    <ul className="flex flex-wrap gap-1" aria-label="Tools">
      {tools.slice(0, shown).map((tool) => {
        const action = getAction(tool.action)
        return (
          <li
            key={`${tool.action} ${tool.connection ?? ''}`}
            className="inline-flex h-6 max-w-full items-center gap-1.5 rounded-xs border border-line bg-surface px-1.5 text-xs"
          >
            <ConnectorIcon name={getConnector(tool.action)?.icon ?? ''} className="size-3" />
            <span className="truncate">{action?.title ?? tool.action}</span>
            {action && action.effect !== 'read' ? <EffectIcon effect={action.effect} /> : null}
          </li>
        )
      })}
      {tools.length > shown ? (
        <li className="inline-flex h-6 items-center px-1 text-muted text-xs">{tools.length - shown} more</li>
      ) : null}
    </ul>
  )
}
