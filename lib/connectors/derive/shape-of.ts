import { z } from 'zod'
import type { FieldMeta } from '../contract'

/** What a field's schema says once `optional`, `nullable` and `default` are taken off it. */
export type FieldShape = {
  readonly key: string
  readonly meta: FieldMeta
  readonly required: boolean
  /** The schema itself, as the action declares it. */
  readonly schema: z.ZodType
  /** The schema without its wrappers: what a value that is there must be. */
  readonly inner: z.ZodType
}

/** The fields of an object schema in the order of their declaration. Required: the field refuses `undefined`. */
export function shapeOf(object: z.ZodObject): readonly FieldShape[] {
  return Object.entries(object.shape).map(([key, schema]) => {
    const inner = unwrap(schema)
    return {
      key,
      schema,
      inner,
      meta: metaOf(key, schema, inner),
      required: !schema.safeParse(undefined).success,
    }
  })
}

export function unwrap(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrap(schema.def.innerType)
  }
  if (schema instanceof z.ZodType) return schema
  throw new Error('A field of an action must be a zod schema.')
}

/** `.meta()` may stand on the wrapper or on what it wraps; the wrapper's word comes first. */
function metaOf(key: string, outer: z.ZodType, inner: z.ZodType): FieldMeta {
  const { title = key, description, ...rest } = { ...inner.meta(), ...outer.meta() }
  return { ...rest, title, ...(description ? { description } : {}) }
}
