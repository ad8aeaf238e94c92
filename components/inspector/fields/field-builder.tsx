'use client'

import type { Field } from '@/lib/workflow/field'
import { AddByName } from './add-by-name'
import { FieldBuilderRow } from './field-builder-row'

type FieldBuilderProps = {
  nodeId: string
  path: string
  fields: readonly Field[]
  onChange: (fields: Field[]) => void
  /** What one of them is: "Add a field", "Add an answer". */
  addLabel: string
  /** A model fills every field of its answer: asking for one makes no sense there. */
  withRequired: boolean
}

/** Builds a form, or the shape of an agent's answer: names first, everything else as it is needed. */
export function FieldBuilder({ nodeId, path, fields, onChange, addLabel, withRequired }: FieldBuilderProps) {
  const move = (from: number, to: number) => {
    const next = [...fields]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    onChange(next)
  }
  return (
    <div className="flex flex-col gap-2" data-field={path}>
      {fields.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {fields.map((field, index) => (
            <FieldBuilderRow
              key={field.key}
              nodeId={nodeId}
              path={`${path}.${index}`}
              field={field}
              withRequired={withRequired}
              onChange={(next) => onChange(fields.map((each, at) => (at === index ? next : each)))}
              onRemove={() => onChange(fields.filter((_, at) => at !== index))}
              onUp={index > 0 ? () => move(index, index - 1) : null}
              onDown={index < fields.length - 1 ? () => move(index, index + 1) : null}
            />
          ))}
        </ul>
      ) : null}
      <AddByName
        what="field"
        label={addLabel}
        taken={fields.map(({ key }) => key)}
        onAdd={({ key, label }) =>
          onChange([...fields, { key, label, type: 'text', ...(withRequired ? { required: true } : {}) }])
        }
      />
    </div>
  )
}
