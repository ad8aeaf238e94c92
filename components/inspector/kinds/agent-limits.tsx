'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { NodeOf } from '@/lib/workflow/document'

type Limits = NonNullable<NodeOf<'agent'>['config']['limits']>

const rows = [
  { key: 'turns', label: 'Turns of the model', most: 50, step: 1 },
  { key: 'calls', label: 'Tool calls', most: 100, step: 1 },
  { key: 'tokens', label: 'Tokens', most: 10_000_000, step: 1 },
  { key: 'cost', label: 'Cost in US dollars', most: 1_000, step: 0.01 },
] as const

/** When to stop an agent that does not come to an end. */
export function AgentLimits({ limits, onChange }: { limits: Limits; onChange: (limits: Limits) => void }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      {rows.map(({ key, label, most, step }) => (
        <Field key={key} label={label}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={most}
              step={step}
              placeholder="Usual"
              value={limits[key] ?? ''}
              onChange={(event) => {
                const value = event.target.valueAsNumber
                const { [key]: _old, ...rest } = limits
                if (Number.isNaN(value)) onChange(rest)
                else if (value >= 0 && value <= most) onChange({ ...rest, [key]: value })
              }}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
