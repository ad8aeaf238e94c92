'use client'

import type { Field as FormField } from '@/lib/workflow/field'
import { Checkbox } from '../../ui/checkbox'
import { Field, type FieldControl } from '../../ui/field'
import { Input } from '../../ui/input'
import { Select } from '../../ui/select'
import { Textarea } from '../../ui/textarea'
import type { FormValues } from './form-value'

type RunFormProps = {
  fields: readonly FormField[]
  values: FormValues
  errors: Readonly<Record<string, string>>
  onChange: (values: FormValues) => void
}

/** The fields of a form trigger, to be filled in before a run. */
export function RunForm({ fields, values, errors, onChange }: RunFormProps) {
  const set = (key: string, value: string | boolean) => onChange({ ...values, [key]: value })
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field) =>
        field.type === 'boolean' ? (
          <Checkbox
            key={field.key}
            label={field.label ?? field.key}
            help={field.help}
            checked={values[field.key] === true}
            onCheckedChange={(checked) => set(field.key, checked)}
          />
        ) : (
          <Field
            key={field.key}
            label={field.label ?? field.key}
            help={field.help ?? hints[field.type]}
            error={errors[field.key] ?? null}
            optional={!field.required}
          >
            {(control) => (
              <ValueControl
                field={field}
                control={control}
                value={String(values[field.key] ?? '')}
                onChange={(value) => set(field.key, value)}
              />
            )}
          </Field>
        ),
      )}
    </div>
  )
}

const hints: Partial<Record<FormField['type'], string>> = {
  list: 'One item a line.',
  object: 'As JSON.',
}

const inputTypes: Partial<Record<FormField['type'], string>> = {
  number: 'text',
  date: 'date',
  email: 'email',
}

type ValueControlProps = {
  field: FormField
  control: FieldControl
  value: string
  onChange: (value: string) => void
}

function ValueControl({ field, control, value, onChange }: ValueControlProps) {
  if (field.type === 'choice') {
    const options = (field.choices ?? []).map((choice) => ({ value: choice, label: choice }))
    return <Select {...control} value={value || undefined} onValueChange={onChange} options={options} />
  }
  if (field.type === 'long_text' || field.type === 'list' || field.type === 'object') {
    return <Textarea {...control} value={value} onChange={(event) => onChange(event.target.value)} />
  }
  return (
    <Input
      {...control}
      type={inputTypes[field.type] ?? 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
