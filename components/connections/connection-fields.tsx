'use client'

import type { ConnectionField } from '@/lib/connectors/contract'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

type ConnectionFieldsProps = {
  fields: readonly ConnectionField[]
  values: Readonly<Record<string, string>>
  onChange: (values: Readonly<Record<string, string>>) => void
  errorFor: (field: string) => string | null
}

/** The form of a connector, as its definition says. */
export function ConnectionFields({ fields, values, onChange, errorFor }: ConnectionFieldsProps) {
  return fields.map((field) => (
    <Field
      key={field.key}
      label={field.label}
      help={field.help}
      optional={!field.required}
      error={errorFor(`values.${field.key}`)}
    >
      {(control) => (
        <Input
          {...control}
          type={field.secret ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={false}
          placeholder={field.placeholder}
          value={values[field.key] ?? ''}
          onChange={(event) => onChange({ ...values, [field.key]: event.target.value })}
          className="font-mono text-sm"
        />
      )}
    </Field>
  ))
}
