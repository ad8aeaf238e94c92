'use client'

import { Field } from '@/components/ui/field'
import { NumberInput } from '@/components/ui/number-input'

type NumberFieldProps = {
  label: string
  help?: string
  value: number
  /** The least and the most that is taken. */
  from: number
  to: number
  onChange: (value: number) => void
}

/** A whole number with its label. */
export function NumberField({ label, help, ...number }: NumberFieldProps) {
  return (
    <Field label={label} help={help}>
      {(control) => <NumberInput {...control} {...number} className="w-24" />}
    </Field>
  )
}
