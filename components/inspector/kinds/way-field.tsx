'use client'

import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ValueType } from '@/lib/workflow/value-type'
import { wayInWords } from '../data/describe-reference'
import { FieldFrame } from '../fields/field-frame'

type Way = (string | number)[]

type WayFieldProps = {
  nodeId: string
  path: string
  label: string
  /** What the list holds, as far as it is known. */
  item: ValueType
  way: Way
  onChange: (way: Way) => void
}

/** Which part of an item is meant: chosen from what items are known to hold, else written with dots. */
export function WayField({ nodeId, path, label, item, way, onChange }: WayFieldProps) {
  const known = waysIn(item)
  const value = way.join('.')
  const options = [
    { value: 'the item', label: 'The item itself' },
    ...known.map((each) => ({ value: each.join('.'), label: wayInWords(item, each).join(' › ') })),
  ]
  const isKnown = way.length === 0 || known.some((each) => each.join('.') === value)
  return (
    <FieldFrame
      nodeId={nodeId}
      field={path}
      label={label}
      help={
        known.length > 0 && isKnown
          ? undefined
          : 'The field of an item, as in author.name. Empty: the item itself.'
      }
    >
      {({ describedBy, isInvalid }) =>
        known.length > 0 && isKnown ? (
          <Select
            aria-label={label}
            aria-describedby={describedBy}
            aria-invalid={isInvalid || undefined}
            value={value === '' ? 'the item' : value}
            onValueChange={(next) => onChange(next === 'the item' ? [] : next.split('.'))}
            options={options}
          />
        ) : (
          <Input
            aria-label={label}
            aria-describedby={describedBy}
            aria-invalid={isInvalid || undefined}
            className="font-mono text-sm"
            value={value}
            onChange={(event) => onChange(event.target.value === '' ? [] : event.target.value.split('.'))}
          />
        )
      }
    </FieldFrame>
  )
}

const deepest = 2

function waysIn(type: ValueType, before: readonly string[] = []): readonly string[][] {
  if (type.kind !== 'object' || before.length >= deepest) return []
  return Object.entries(type.fields).flatMap(([key, field]) => {
    const way = [...before, key]
    const isPlain = ['text', 'number', 'boolean', 'any'].includes(field.type.kind)
    return [...(isPlain ? [way] : []), ...waysIn(field.type, way)]
  })
}
