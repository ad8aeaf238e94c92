import type { Json, JsonObject } from '@/lib/core/json'
import type { Field } from '@/lib/workflow/field'

/** What the fields of a form hold while they are filled in. */
export type FormValues = Readonly<Record<string, string | boolean>>

export function emptyValues(fields: readonly Field[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.key, field.type === 'boolean' ? false : '']))
}

/** The input of the run, or what is wrong by field key. Fields left empty are left out. */
export function toInput(
  fields: readonly Field[],
  values: FormValues,
): { input: JsonObject } | { errors: Readonly<Record<string, string>> } {
  const input: Record<string, Json> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const read = readValue(field, values[field.key] ?? '')
    if ('error' in read) errors[field.key] = read.error
    else if (read.value !== undefined) input[field.key] = read.value
  }
  return Object.keys(errors).length > 0 ? { errors } : { input }
}

function readValue(field: Field, raw: string | boolean): { value: Json | undefined } | { error: string } {
  if (typeof raw === 'boolean') return { value: raw }
  const text = raw.trim()
  if (text === '') {
    return field.required ? { error: `Fill in ‘${field.label ?? field.key}’.` } : { value: undefined }
  }
  if (field.type === 'number') {
    const number = Number(text)
    return Number.isFinite(number) ? { value: number } : { error: 'Write a number, such as 42.' }
  }
  if (field.type === 'list') {
    return {
      value: text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }
  }
  if (field.type === 'object') return readObject(text)
  return { value: raw }
}

function readObject(text: string): { value: Json } | { error: string } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { error: 'Write JSON, such as {"key": "value"}.' }
  }
}
