'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { freshId } from '@/lib/workflow/edits/fresh-id'
import type { Field } from '@/lib/workflow/field'
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
  const [name, setName] = useState('')
  const add = () => {
    const label = name.trim()
    if (label === '') return
    const key = freshId(label, new Set(fields.map((field) => field.key)))
    onChange([...fields, { key, label, type: 'text', ...(withRequired ? { required: true } : {}) }])
    setName('')
  }
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
      <form
        className="flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Input
          aria-label="Name of the new field"
          placeholder="Name of the field"
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          <Plus aria-hidden />
          {addLabel}
        </Button>
      </form>
    </div>
  )
}
