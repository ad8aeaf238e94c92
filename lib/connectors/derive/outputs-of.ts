import { z } from 'zod'
import type { Action } from '../contract'
import { type ValueType, valueTypeOf } from './fields-of'
import { shapeOf, unwrap } from './shape-of'

/** One value that a later node may refer to. `fields` are what is inside it: of each entry, when it is a list. */
export type OutputField = {
  readonly key: string
  readonly title: string
  readonly type: ValueType
  readonly choices: readonly string[]
  readonly fields: readonly OutputField[]
}

/** The shape of what an action gives back, for the data picker and the checker. */
export function outputsOf(action: Action): readonly OutputField[] {
  return outputFieldsOf(action.output)
}

export function outputFieldsOf(schema: z.core.$ZodType): readonly OutputField[] {
  const inner = unwrap(schema)
  if (!(inner instanceof z.ZodObject)) return []
  return shapeOf(inner).map((field) => ({
    key: field.key,
    title: field.meta.title,
    type: valueTypeOf(field.inner),
    choices: field.inner instanceof z.ZodEnum ? field.inner.options.map(String) : [],
    fields: outputFieldsOf(field.inner instanceof z.ZodArray ? field.inner.element : field.inner),
  }))
}
