'use client'

import { useHere } from '../api/workspace-context'
import { ConnectorTile } from '../marks/connector-icon'

const triggerNames: Readonly<Record<string, string>> = {
  'trigger.form': 'Started by hand',
  'trigger.schedule': 'Started on schedule',
  'trigger.webhook': 'Started by a webhook',
}

type WorkflowIconsProps = { triggers: readonly string[]; connectors: readonly string[] }

/** How a workflow starts and which products it uses, as a row of small tiles. */
export function WorkflowIcons({ triggers, connectors }: WorkflowIconsProps) {
  const { connectorTitles } = useHere()
  const names = [
    ...triggers.map((type) => ({ icon: type, title: triggerNames[type] ?? type })),
    ...connectors.map((id) => ({ icon: id, title: connectorTitles[id] ?? id })),
  ]
  if (names.length === 0) return <span />
  return (
    <span className="flex -space-x-1" role="img" aria-label={names.map(({ title }) => title).join(', ')}>
      {names.map(({ icon, title }) => (
        <span key={icon} title={title}>
          <ConnectorTile name={icon} className="bg-raised" />
        </span>
      ))}
    </span>
  )
}
