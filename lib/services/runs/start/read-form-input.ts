import { z } from 'zod'
import { HandrailError } from '@/lib/core/errors'
import type { Json, JsonObject } from '@/lib/core/json'
import type { Field } from '@/lib/workflow/field'

/**
 * What a person or program filled in, checked against the form's fields. Empty optional fields are left out, numbers
 * and switches may come as text, and anything that the form does not ask for is refused. All that is wrong is said at once.
 */
export function readFormInput(fields: readonly Field[], given: unknown): JsonObject {
  const parsed = z.record(z.string(), z.json()).safeParse(given ?? {})
  if (!parsed.success) {
    throw wrongInput('The input has to be an object with a value for each field of the form.', 'input')
  }
  const problems: { readonly field: string; readonly message: string }[] = []
  const entries: [string, Json][] = []
  for (const field of fields) {
    const value = parsed.data[field.key]
    if (value === undefined || value === null || value === '') {
      if (field.required) problems.push({ field: field.key, message: `${labelOf(field)}: fill this in.` })
      continue
    }
    const result = schemaOf(field).safeParse(value)
    if (result.success) entries.push([field.key, result.data])
    else problems.push({ field: field.key, message: `${labelOf(field)}: ${adviceOf(field)}.` })
  }
  const known = new Set(fields.map((field) => field.key))
  for (const key of Object.keys(parsed.data)) {
    if (!known.has(key)) problems.push({ field: key, message: `${key}: the form has no such field.` })
  }
  const [first] = problems
  if (first) throw wrongInput(problems.map(({ message }) => message).join(' '), `input.${first.field}`)
  return Object.fromEntries(entries)
}

function wrongInput(message: string, field: string): HandrailError {
  return new HandrailError({ code: 'invalid_input', who: 'user', retry: 'no', message, field })
}

function labelOf(field: Field): string {
  return field.label?.trim() || field.key
}

const number = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i)
    .transform(Number),
])
const boolean = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
const date = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])

function schemaOf(field: Field): z.ZodType<Json> {
  switch (field.type) {
    case 'number':
      return number
    case 'boolean':
      return boolean
    case 'choice':
      return z.enum(field.choices ?? [])
    case 'date':
      return date
    case 'email':
      return z.email()
    case 'list':
      return z.array(z.json())
    case 'object':
      return z.record(z.string(), z.json())
    default:
      return z.string().max(200_000)
  }
}

function adviceOf(field: Field): string {
  switch (field.type) {
    case 'number':
      return 'write a number'
    case 'boolean':
      return 'choose yes or no'
    case 'choice':
      return `choose one of ${(field.choices ?? []).join(', ')}`
    case 'date':
      return 'write a date such as 2027-01-31'
    case 'email':
      return 'write an e-mail address'
    case 'list':
      return 'give a list'
    case 'object':
      return 'give an object'
    default:
      return 'write text of at most 200,000 characters'
  }
}
