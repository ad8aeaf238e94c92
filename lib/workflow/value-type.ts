/**
 * What kind of value a step gives or a field takes: the tree that the data picker shows and the checker compares.
 * Small on purpose: `any` stands for whatever is not known before a run.
 */
export type ValueType =
  | { readonly kind: 'any' }
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly format?: string; readonly choices?: readonly string[] }
  | { readonly kind: 'number'; readonly integer?: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'list'; readonly item: ValueType }
  | ObjectType

/** `open`: it may have further keys that are not known. */
export type ObjectType = {
  readonly kind: 'object'
  readonly fields: Readonly<Record<string, FieldOfType>>
  readonly open: boolean
}

/** `optional`: the key may be absent. `nullable`: it may be there and empty. */
export type FieldOfType = {
  readonly type: ValueType
  readonly optional?: boolean
  readonly nullable?: boolean
  readonly title?: string
}

export const anyType: ValueType = { kind: 'any' }
export const textType: ValueType = { kind: 'text' }
export const numberType: ValueType = { kind: 'number' }
export const booleanType: ValueType = { kind: 'boolean' }
export const momentType: ValueType = { kind: 'text', format: 'date-time' }

export function listOf(item: ValueType): ValueType {
  return { kind: 'list', item }
}

/** A closed object with these fields. */
export function objectOf(fields: Readonly<Record<string, ValueType | FieldOfType>>): ObjectType {
  const entries = Object.entries(fields).map(([key, field]) => [
    key,
    'type' in field ? field : { type: field },
  ])
  return { kind: 'object', fields: Object.fromEntries(entries), open: false }
}

/** An object with keys that are not known before a run. */
export const openObjectType: ObjectType = { kind: 'object', fields: {}, open: true }
