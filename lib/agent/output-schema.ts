import { z } from 'zod'
import type { Json, JsonObject } from '../core/json'
import type { Field, FieldType } from '../workflow/field'
import { isJsonArray, isJsonObject } from './json-schema'
import { parseJson } from './parse-json'

/** What a field type means to a model and to us: its strict schema, and a value read back or what is wrong with it. */
type Shape = {
  readonly schema: (field: Field) => JsonObject
  readonly hint?: string
  readonly read: (value: Json, field: Field) => { readonly value: Json } | { readonly problem: string }
}

const day = /^\d{4}-\d{2}-\d{2}$/
const email = z.email()

const text: Shape = {
  schema: () => ({ type: 'string' }),
  read: (value) => (typeof value === 'string' ? { value } : { problem: 'must be text' }),
}

const shapes: Readonly<Record<FieldType, Shape>> = {
  text,
  long_text: text,
  number: {
    schema: () => ({ type: 'number' }),
    read: (value) => (typeof value === 'number' ? { value } : { problem: 'must be a number' }),
  },
  boolean: {
    schema: () => ({ type: 'boolean' }),
    read: (value) => (typeof value === 'boolean' ? { value } : { problem: 'must be true or false' }),
  },
  choice: {
    schema: (field) => ({ type: 'string', ...(choicesOf(field).length > 0 && { enum: choicesOf(field) }) }),
    read: (value, field) => {
      const choices = choicesOf(field)
      if (typeof value === 'string' && (choices.length === 0 || choices.includes(value))) return { value }
      return { problem: `must be one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}` }
    },
  },
  date: {
    schema: () => ({ type: 'string' }),
    hint: 'A day, written YYYY-MM-DD.',
    read: (value) =>
      typeof value === 'string' && isDay(value) ? { value } : { problem: 'must be a day such as 2026-01-31' },
  },
  email: {
    schema: () => ({ type: 'string' }),
    hint: 'An e-mail address.',
    read: (value) => (email.safeParse(value).success ? { value } : { problem: 'must be an e-mail address' }),
  },
  list: {
    schema: () => ({ type: 'array', items: { type: 'string' } }),
    read: (value) =>
      isJsonArray(value) && value.every((item) => typeof item === 'string')
        ? { value }
        : { problem: 'must be a list of texts' },
  },
  object: {
    // A strict schema closes every object, so an open one travels as its JSON text.
    schema: () => ({ type: 'string' }),
    hint: 'A JSON object, written as JSON text.',
    read: (value) => {
      const object = typeof value === 'string' ? parseJson(value) : value
      return isJsonObject(object) ? { value: object } : { problem: 'must be a JSON object' }
    },
  },
}

function choicesOf(field: Field): readonly string[] {
  return [...new Set(field.choices ?? [])]
}

/** `Date` moves a day that does not exist to one that does; such a day does not come back as it went in. */
function isDay(value: string): boolean {
  if (!day.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** An output field is required unless it says otherwise: what follows in the graph counts on it. */
function isRequired(field: Field): boolean {
  return field.required !== false
}

/** The strict JSON schema of an answer: closed, every field listed, an optional one may be null. */
export function outputSchema(fields: readonly Field[]): JsonObject {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.key, fieldSchemaOf(field)])),
    required: fields.map((field) => field.key),
    additionalProperties: false,
  }
}

function fieldSchemaOf(field: Field): JsonObject {
  const shape = shapes[field.type]
  const description = [field.label, field.help, shape.hint].filter((part) => part).join(' - ')
  const schema = shape.schema(field)
  return {
    ...(isRequired(field) ? schema : { anyOf: [schema, { type: 'null' }] }),
    ...(description !== '' && { description }),
  }
}

export type OutputReading =
  | { readonly output: JsonObject; readonly problems: readonly [] }
  | { readonly output: null; readonly problems: readonly string[] }

/**
 * Reads a model's final text against the fields. What was not asked for is dropped; an optional field that is missing
 * is null, so that every key is there. Nothing is coerced: a number in quotes is a problem, and problems say what is
 * wrong where.
 */
export function readOutput(fields: readonly Field[], answer: string): OutputReading {
  const value = parseJson(withoutFence(answer))
  if (!isJsonObject(value)) return { output: null, problems: ['the answer must be one JSON object'] }
  const entries: [string, Json][] = []
  const problems: string[] = []
  for (const field of fields) {
    const given = Object.hasOwn(value, field.key) ? (value[field.key] ?? null) : null
    if (given === null) {
      if (isRequired(field)) problems.push(`${field.key} is missing`)
      else entries.push([field.key, null])
      continue
    }
    const reading = shapes[field.type].read(given, field)
    if ('problem' in reading) problems.push(`${field.key} ${reading.problem}`)
    else entries.push([field.key, reading.value])
  }
  return problems.length > 0
    ? { output: null, problems }
    : { output: Object.fromEntries(entries), problems: [] }
}

/** Servers without structured output often wrap their JSON in a code fence. */
function withoutFence(answer: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(answer)?.[1] ?? answer
}
