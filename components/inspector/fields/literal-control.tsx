'use client'

import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import type { FormField } from '@/lib/connectors/derive/fields-of'
import type { Json } from '@/lib/core/json'
import { JsonControl } from './json-control'
import { PairsControl } from './pairs-control'
import { TagsControl } from './tags-control'

export type LiteralControlProps = {
  field: Pick<FormField, 'title' | 'control' | 'choices' | 'placeholder'>
  value: Json | undefined
  onChange: (value: Json | undefined) => void
  suggestions?: readonly { readonly value: string; readonly label: string }[]
  describedBy: string | undefined
  isInvalid: boolean
}

/** The control for a value that is set by hand, by what the action's schema asks for. */
export function LiteralControl(props: LiteralControlProps) {
  const { field, value, onChange, describedBy, isInvalid, suggestions = [] } = props
  const shared = {
    'aria-label': field.title,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid || undefined,
  }
  switch (field.control) {
    case 'number':
      return (
        <Input
          {...shared}
          type="number"
          inputMode="decimal"
          placeholder={field.placeholder}
          value={typeof value === 'number' ? value : ''}
          onChange={(event) => {
            const number = event.target.valueAsNumber
            onChange(Number.isNaN(number) ? undefined : number)
          }}
        />
      )
    case 'toggle':
      return (
        <span className="flex h-control items-center gap-2">
          <Switch {...shared} checked={value === true} onCheckedChange={(checked) => onChange(checked)} />
          <span className="text-muted text-sm">{value === true ? 'Yes' : 'No'}</span>
        </span>
      )
    case 'choice':
      return (
        <Select
          aria-label={field.title}
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          value={typeof value === 'string' ? value : undefined}
          onValueChange={onChange}
          options={field.choices.map((choice) => ({ value: choice, label: choice.replaceAll('_', ' ') }))}
        />
      )
    case 'long_text':
      return (
        <Textarea
          {...shared}
          spellCheck={false}
          className="min-h-24 font-mono text-sm"
          placeholder={field.placeholder}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        />
      )
    case 'tags':
      return (
        <TagsControl
          label={field.title}
          value={Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []}
          onChange={(tags) => onChange(tags.length > 0 ? tags : undefined)}
          suggestions={suggestions}
          describedBy={describedBy}
          isInvalid={isInvalid}
        />
      )
    case 'pairs':
      return <PairsControl label={field.title} value={value} onChange={onChange} />
    default:
      return (
        <JsonControl
          label={field.title}
          value={value}
          onChange={onChange}
          describedBy={describedBy}
          isInvalid={isInvalid}
        />
      )
  }
}
