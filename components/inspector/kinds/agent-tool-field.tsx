'use client'

import { Pin, TriangleAlert } from 'lucide-react'
import { Select } from '@/components/ui/select'
import type { FormField } from '@/lib/connectors/derive/fields-of'
import type { Binding } from '@/lib/workflow/binding'
import type { AgentTool } from '@/lib/workflow/document'
import { BindingField } from '../fields/binding-field'

type Filled = AgentTool['fields'][string]

type AgentToolFieldProps = {
  nodeId: string
  path: string
  field: FormField
  filled: Filled | undefined
  connection: string | undefined
  siblings: Readonly<Record<string, Binding>>
  onChange: (filled: Filled, key?: string) => void
}

/** Who fills one field of a tool. Where an effect goes is the builder's to say unless they say otherwise. */
export function AgentToolField(props: AgentToolFieldProps) {
  const { nodeId, path, field, filled, connection, siblings, onChange } = props
  // Said nothing: the agent fills it, but never a place that an effect goes to.
  const isOurs = field.destination || field.literal
  const mode = filled?.mode ?? (isOurs ? 'empty' : 'agent')
  const modes = [
    ...(field.literal ? [] : [{ value: 'agent', label: 'Let the agent decide' }]),
    { value: 'fixed', label: 'Set the value' },
    ...(field.required && !isOurs
      ? []
      : [{ value: 'empty', label: field.required ? 'Not decided yet' : 'Leave empty' }]),
  ]
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <span className="flex min-w-0 flex-1 items-center gap-1.5 truncate font-medium text-sm">
          {mode === 'fixed' ? (
            <Pin className="size-3.5 shrink-0 text-accent" aria-label="Set by you" />
          ) : null}
          {field.title}
        </span>
        <Select
          aria-label={`Who fills ${field.title}`}
          className="w-46 shrink-0"
          value={mode}
          onValueChange={(value) => {
            if (value === 'agent' || value === 'empty') onChange({ mode: value })
            if (value === 'fixed')
              onChange({ mode: 'fixed', ...(filled?.value ? { value: filled.value } : {}) })
          }}
          options={modes}
        />
      </div>
      {mode === 'fixed' ? (
        <BindingField
          nodeId={nodeId}
          path={`${path}.value`}
          field={field}
          binding={filled?.value}
          onChange={(value) => onChange(value ? { mode: 'fixed', value } : { mode: 'fixed' }, 'value')}
          connection={connection}
          siblings={siblings}
        />
      ) : null}
      {mode === 'agent' && field.destination ? (
        <p className="flex items-start gap-1.5 text-sm text-write">
          <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          The agent then chooses where this goes. Set the value unless that is what you want.
        </p>
      ) : null}
    </div>
  )
}
