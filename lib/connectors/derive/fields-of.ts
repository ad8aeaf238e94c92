import { z } from 'zod'
import type { Action, ActionId, FieldMeta } from '../contract'
import { type FieldShape, shapeOf, unwrap } from './shape-of'

/** What kind of value a field takes: what a literal is checked against and a reference is compared with. */
export type ValueType = 'string' | 'number' | 'boolean' | 'list' | 'object' | 'any'

/** One field of an action, as the inspector's form draws it. */
export type FormField = {
  readonly key: string
  readonly title: string
  readonly description: string
  readonly placeholder: string
  readonly control: NonNullable<FieldMeta['control']>
  readonly type: ValueType
  readonly required: boolean
  /** Only for `control: 'choice'`. */
  readonly choices: readonly string[]
  readonly pick: ActionId | null
  /** Which field of the picking action takes the value of which sibling: `{ repo: 'repo' }`. */
  readonly pickInput: Readonly<Record<string, string>>
  readonly destination: boolean
  /** Written by the builder alone: takes no data. */
  readonly literal: boolean
}

/** The fields of an action's form, in the order of its declaration. */
export function fieldsOf(action: Action): readonly FormField[] {
  return shapeOf(action.input).map(toFormField)
}

function toFormField({ key, meta, inner, required }: FieldShape): FormField {
  const type = valueTypeOf(inner)
  return {
    key,
    title: meta.title,
    description: meta.description ?? '',
    placeholder: meta.placeholder ?? '',
    control: meta.control ?? controlFor(inner, type),
    type,
    required,
    choices: inner instanceof z.ZodEnum ? inner.options.map(String) : [],
    pick: meta.pick ?? null,
    pickInput: meta.pickInput ?? {},
    destination: meta.destination ?? false,
    literal: meta.literal ?? false,
  }
}

export function valueTypeOf(schema: z.core.$ZodType): ValueType {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodString || inner instanceof z.ZodStringFormat || inner instanceof z.ZodEnum)
    return 'string'
  if (inner instanceof z.ZodLiteral) return typeof inner.value === 'string' ? 'string' : 'any'
  if (inner instanceof z.ZodNumber) return 'number'
  if (inner instanceof z.ZodBoolean) return 'boolean'
  if (inner instanceof z.ZodArray) return 'list'
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return 'object'
  return 'any'
}

function controlFor(inner: z.ZodType, type: ValueType): NonNullable<FieldMeta['control']> {
  if (inner instanceof z.ZodEnum) return 'choice'
  if (type === 'string') return 'text'
  if (type === 'number') return 'number'
  if (type === 'boolean') return 'toggle'
  if (inner instanceof z.ZodRecord) return 'pairs'
  return inner instanceof z.ZodArray && valueTypeOf(inner.element) === 'string' ? 'tags' : 'json'
}
