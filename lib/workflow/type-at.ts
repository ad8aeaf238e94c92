import type { ValueType } from './value-type'

export type Found =
  | { readonly found: true; readonly type: ValueType; readonly mayBeMissing: boolean }
  /** `key` is not among `known`; `depth` is its place in the path. */
  | { readonly found: false; readonly key: string; readonly known: readonly string[] }

/** Follows a path through a type. What is not known before a run is found, as `any`. */
export function typeAt(root: ValueType, path: readonly (string | number)[]): Found {
  let type = root
  let mayBeMissing = false
  for (const key of path) {
    if (type.kind === 'any') return { found: true, type, mayBeMissing }
    if (type.kind === 'list' && isIndex(key)) {
      type = type.item
      mayBeMissing = true
      continue
    }
    const liquid = liquidProperty(type, key)
    if (liquid) {
      type = liquid
      continue
    }
    if (type.kind !== 'object') return { found: false, key: String(key), known: [] }
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
    if (!field && !type.open) return { found: false, key: String(key), known: Object.keys(type.fields) }
    if (!field) return { found: true, type: { kind: 'any' }, mayBeMissing }
    mayBeMissing ||= field.optional === true || field.nullable === true
    type = field.type
  }
  return { found: true, type, mayBeMissing }
}

function isIndex(key: string | number): boolean {
  return typeof key === 'number' || /^\d+$/.test(key)
}

/** What Liquid offers on lists and text beside their own items. */
function liquidProperty(type: ValueType, key: string | number): ValueType | undefined {
  if (key === 'size' && (type.kind === 'list' || type.kind === 'text'))
    return { kind: 'number', integer: true }
  return type.kind === 'list' && (key === 'first' || key === 'last') ? type.item : undefined
}
