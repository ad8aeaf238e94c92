import { z } from 'zod'
import { unwrap } from './shape-of'

/** The part of JSON Schema that strict tools accept. */
export type StrictSchema = {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly properties?: Readonly<Record<string, StrictSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false
  readonly items?: StrictSchema
}

/**
 * One value as a strict function schema can say it. Strict schemas know neither free-form objects nor any value:
 * pairs become a list of `{ name, value }`, and free JSON becomes text that holds JSON. `fromStrict` turns both back.
 * Lengths, formats and defaults are left out: servers differ on them, and the action's own schema checks again.
 */
export function toStrictSchema(schema: z.core.$ZodType, description = ''): StrictSchema {
  const inner = unwrap(schema)
  const said = description ? { description } : {}
  if (inner instanceof z.ZodEnum) return { type: 'string', enum: inner.options.map(String), ...said }
  if (inner instanceof z.ZodString || inner instanceof z.ZodStringFormat) return { type: 'string', ...said }
  if (inner instanceof z.ZodNumber) {
    return { type: inner.format?.includes('int') ? 'integer' : 'number', ...said }
  }
  if (inner instanceof z.ZodBoolean) return { type: 'boolean', ...said }
  if (inner instanceof z.ZodArray) return { type: 'array', items: toStrictSchema(inner.element), ...said }
  if (inner instanceof z.ZodRecord) {
    return {
      type: 'array',
      items: closed({ name: { type: 'string' }, value: toStrictSchema(inner.valueType) }),
      ...said,
    }
  }
  if (inner instanceof z.ZodObject) {
    const properties = Object.entries(inner.shape).map(([key, value]) => {
      const strict = toStrictSchema(value, unwrap(value).meta()?.title)
      return [key, value.safeParse(undefined).success ? nullable(strict) : strict] as const
    })
    return { ...closed(Object.fromEntries(properties)), ...said }
  }
  return { type: 'string', description: `${description} As JSON text.`.trim() }
}

/** An object in which every property is required and no other is allowed. */
export function closed(properties: Readonly<Record<string, StrictSchema>>): StrictSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

/** Strict schemas have no optional properties: what may be left out may be null instead. */
export function nullable(schema: StrictSchema): StrictSchema {
  const types = typeof schema.type === 'string' ? [schema.type, 'null'] : schema.type
  return {
    ...schema,
    ...(types ? { type: types } : {}),
    ...(schema.enum ? { enum: [...schema.enum, null] } : {}),
  }
}
