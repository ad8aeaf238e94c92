import { z } from 'zod'
import { anyType, type FieldOfType, listOf, openObjectType, type ValueType } from './value-type'

type JsonSchema = z.core.JSONSchema.BaseSchema

const seen = { input: new WeakMap<z.ZodType, ValueType>(), output: new WeakMap<z.ZodType, ValueType>() }

/** The value type of a zod schema: of what it takes (`input`) or of what it gives (`output`). Kept by schema. */
export function valueTypeOfSchema(schema: z.ZodType, side: 'input' | 'output'): ValueType {
  const known = seen[side].get(schema)
  if (known) return known
  const json = z.toJSONSchema(schema, { io: side, unrepresentable: 'any', cycles: 'ref', reused: 'inline' })
  const type = toValueType(json, 0)
  seen[side].set(schema, type)
  return type
}

function toValueType(schema: JsonSchema | boolean | undefined, depth: number): ValueType {
  if (typeof schema !== 'object' || depth > 12) return anyType
  const options = optionsOf(schema)
  if (options) return ofOptions(options, depth)
  if (schema.const !== undefined) return ofLiterals([schema.const])
  if (schema.enum) return ofLiterals(schema.enum)
  switch (schema.type) {
    case 'string':
      return schema.format ? { kind: 'text', format: schema.format } : { kind: 'text' }
    case 'number':
      return { kind: 'number' }
    case 'integer':
      return { kind: 'number', integer: true }
    case 'boolean':
      return { kind: 'boolean' }
    case 'null':
      return { kind: 'null' }
    case 'array':
      return listOf(Array.isArray(schema.items) ? anyType : toValueType(schema.items, depth + 1))
    case 'object':
      return ofObject(schema, depth)
    default:
      return anyType
  }
}

/** A union, written out (`anyOf`) or as a list of types (`["string", "null"]`). */
function optionsOf(schema: JsonSchema): readonly (JsonSchema | boolean)[] | undefined {
  const types: unknown = schema.type
  if (!Array.isArray(types)) return schema.anyOf ?? schema.oneOf
  return types.flatMap((type: unknown) => (isTypeName(type) ? [{ ...schema, type }] : []))
}

function isTypeName(type: unknown): type is NonNullable<JsonSchema['type']> {
  return typeof type === 'string'
}

function ofObject(schema: JsonSchema, depth: number): ValueType {
  if (!schema.properties) return openObjectType
  const required = new Set(schema.required ?? [])
  const entries = Object.entries(schema.properties).map(([key, property]): [string, FieldOfType] => [
    key,
    {
      type: toValueType(property, depth + 1),
      ...(required.has(key) ? {} : { optional: true }),
      ...(mayBeNull(property) ? { nullable: true } : {}),
      ...(typeof property === 'object' && property.title ? { title: property.title } : {}),
    },
  ])
  const { additionalProperties } = schema
  const open = additionalProperties !== undefined && additionalProperties !== false
  return { kind: 'object', fields: Object.fromEntries(entries), open }
}

/** One kind beside null keeps its type; a true union is not known before a run. */
function ofOptions(options: readonly (JsonSchema | boolean)[], depth: number): ValueType {
  const types = options.map((option) => toValueType(option, depth + 1)).filter(({ kind }) => kind !== 'null')
  const [first] = types
  if (!first) return { kind: 'null' }
  if (types.length === 1) return first
  const choices = types.flatMap((type) => (type.kind === 'text' && type.choices ? type.choices : []))
  if (types.every((type) => type.kind === 'text')) {
    return types.every((type) => type.choices) ? { kind: 'text', choices } : { kind: 'text' }
  }
  const isPlain = types.every(
    (type) => type.kind === first.kind && type.kind !== 'object' && type.kind !== 'list',
  )
  return isPlain
    ? { kind: first.kind === 'number' ? 'number' : first.kind === 'boolean' ? 'boolean' : 'any' }
    : anyType
}

function ofLiterals(all: readonly unknown[]): ValueType {
  const values = all.filter((value) => value !== null)
  if (values.length === 0) return { kind: 'null' }
  const texts = values.filter((value) => typeof value === 'string')
  if (texts.length === values.length) return { kind: 'text', choices: texts }
  if (values.every((value) => typeof value === 'number')) return { kind: 'number' }
  if (values.every((value) => typeof value === 'boolean')) return { kind: 'boolean' }
  return anyType
}

function mayBeNull(schema: JsonSchema | boolean): boolean {
  if (typeof schema !== 'object') return false
  if (schema.type === 'null' || schema.enum?.includes(null)) return true
  return (optionsOf(schema) ?? []).some(mayBeNull)
}
