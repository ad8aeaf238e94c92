'use client'

import { ChevronRight, Trash2 } from 'lucide-react'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import { EffectChip } from '@/components/marks/effect-chip'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { getAction, getConnector } from '@/lib/connectors'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import type { AgentTool } from '@/lib/workflow/document'
import { AccountField } from '../sections/account-section'
import { useFieldIssue } from '../use-field-issue'
import { AgentToolField } from './agent-tool-field'

type AgentToolEditorProps = {
  nodeId: string
  path: string
  tool: AgentTool
  onChange: (tool: AgentTool, key?: string) => void
  onRemove: () => void
}

const approvals = [
  { value: 'policy', label: 'As the workspace says' },
  { value: 'always', label: 'Always ask a person first' },
  { value: 'never', label: 'Never ask' },
] as const

export function AgentToolEditor({ nodeId, path, tool, onChange, onRemove }: AgentToolEditorProps) {
  const action = getAction(tool.action)
  const issue = useFieldIssue(nodeId, path)
  const title = action?.title ?? tool.action
  const siblings = Object.fromEntries(
    Object.entries(tool.fields).flatMap(([key, { value }]) => (value ? [[key, value]] : [])),
  )
  return (
    <li className="relative rounded-card border border-line" data-field={path}>
      <details className="group" open={issue !== null}>
        <summary className="flex list-none items-center gap-2 rounded-card py-2 pr-11 pl-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <ChevronRight
            className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
            aria-hidden
          />
          <ConnectorIcon name={getConnector(tool.action)?.icon ?? ''} />
          <span className="min-w-0 flex-1 truncate">{title}</span>
          {action ? <EffectChip effect={action.effect} /> : null}
        </summary>
        <div className="flex flex-col gap-3.5 border-line border-t p-3">
          <AccountField
            nodeId={nodeId}
            path={`${path}.connection`}
            action={tool.action}
            connection={tool.connection}
            onChange={(connection) => {
              const { connection: _old, ...rest } = tool
              onChange(connection ? { ...rest, connection } : rest)
            }}
          />
          {(action ? fieldsOf(action) : []).map((field) => (
            <AgentToolField
              key={field.key}
              nodeId={nodeId}
              path={`${path}.fields.${field.key}`}
              field={field}
              filled={tool.fields[field.key]}
              connection={tool.connection}
              siblings={siblings}
              onChange={(filled, key) =>
                onChange(
                  { ...tool, fields: { ...tool.fields, [field.key]: filled } },
                  key && `${field.key}.${key}`,
                )
              }
            />
          ))}
          {action && action.effect !== 'read' ? (
            <Field label="Before it is called">
              {(control) => (
                <Select
                  id={control.id}
                  value={tool.approval ?? 'policy'}
                  onValueChange={(value) => {
                    const approval = approvals.find((each) => each.value === value)?.value
                    if (approval) onChange({ ...tool, approval })
                  }}
                  options={[...approvals]}
                />
              )}
            </Field>
          ) : null}
        </div>
      </details>
      <IconButton
        label={`Remove the tool ${title}`}
        size="sm"
        className="absolute top-1 right-1"
        onClick={onRemove}
      >
        <Trash2 />
      </IconButton>
      {issue ? <p className="border-line border-t px-3 py-2 text-failed text-sm">{issue}</p> : null}
    </li>
  )
}
