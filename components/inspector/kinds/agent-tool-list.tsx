'use client'

import { useEditorFacts } from '@/components/editor/editor-facts'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import { effectLooks } from '@/components/marks/effect-chip'
import { Combobox } from '@/components/ui/combobox'
import { actions, getConnector } from '@/lib/connectors'
import type { AgentTool } from '@/lib/workflow/document'
import { AgentToolEditor } from './agent-tool-editor'

type AgentToolListProps = {
  nodeId: string
  tools: readonly AgentTool[]
  onChange: (tools: AgentTool[], key?: string) => void
}

/** The few things an agent may do: each one chosen, each field decided. */
export function AgentToolList({ nodeId, tools, onChange }: AgentToolListProps) {
  const { connections } = useEditorFacts()
  const add = (action: string) => {
    const product = getConnector(action)
    const [only, other] = connections.filter((each) => each.connector === product?.id)
    const connection = only && !other ? { connection: only.id } : {}
    onChange([...tools, { action, ...connection, fields: {} }])
  }
  return (
    <>
      {tools.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {tools.map((tool, index) => (
            <AgentToolEditor
              // biome-ignore lint/suspicious/noArrayIndexKey: the same action may be there twice, for two accounts
              key={`${tool.action} ${index}`}
              nodeId={nodeId}
              path={`config.tools.${index}`}
              tool={tool}
              onChange={(next, key) =>
                onChange(
                  tools.map((each, at) => (at === index ? next : each)),
                  key ? `config.tools.${index}.${key}` : undefined,
                )
              }
              onRemove={() => onChange(tools.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      ) : (
        <p className="-mt-2 text-muted text-sm">
          Without tools it can only answer. Give it what it needs, no more.
        </p>
      )}
      <Combobox
        aria-label="Add a tool"
        value={null}
        placeholder="Add a tool"
        searchPlaceholder="Search what it may do…"
        options={actions.map((action) => ({
          value: action.id,
          label: `${getConnector(action.id)?.title ?? ''}: ${action.title}`,
          hint: effectLooks[action.effect].label,
          icon: <ConnectorIcon name={getConnector(action.id)?.icon ?? ''} />,
        }))}
        onValueChange={add}
      />
    </>
  )
}
