'use client'

import type { ConnectionField } from '@/lib/connectors/contract'
import { shownFields } from '@/lib/connectors/shown-fields'
import { Field, type FieldControl } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'

type ConnectionFieldsProps = {
  fields: readonly ConnectionField[]
  values: Readonly<Record<string, string>>
  onChange: (values: Readonly<Record<string, string>>) => void
  errorFor: (field: string) => string | null
}

/** The form of a connector, as its definition says: the fields that go with what was chosen. */
export function ConnectionFields({ fields, values, onChange, errorFor }: ConnectionFieldsProps) {
  return shownFields(fields, values).map((field) => (
    <Field
      key={`${field.key} ${field.label}`}
      label={field.label}
      help={field.help}
      optional={!field.required && !field.choices}
      error={errorFor(`values.${field.key}`)}
    >
      {(control) => (
        <ConnectionControl
          control={control}
          field={field}
          value={values[field.key] ?? ''}
          onChange={(value) => onChange({ ...values, [field.key]: value })}
        />
      )}
    </Field>
  ))
}

type ConnectionControlProps = {
  control: FieldControl
  field: ConnectionField
  value: string
  onChange: (value: string) => void
}

function ConnectionControl({ control, field, value, onChange }: ConnectionControlProps) {
  if (field.choices) {
    return (
      <Select
        {...control}
        value={value || field.choices[0]?.value}
        onValueChange={onChange}
        options={field.choices.map((choice) => ({ ...choice }))}
      />
    )
  }
  const shared = {
    ...control,
    autoComplete: 'off',
    spellCheck: false,
    placeholder: field.placeholder,
    value,
    className: 'font-mono text-sm',
  }
  if (field.isLong) return <Textarea {...shared} onChange={({ target }) => onChange(target.value)} />
  return (
    <Input
      {...shared}
      type={field.secret ? 'password' : 'text'}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
