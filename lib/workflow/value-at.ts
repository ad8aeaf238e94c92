import type { Json } from '../core/json'

/** The value at a path of own properties, or `undefined` when the path leads nowhere. Never reaches a prototype. */
export function valueAt(root: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = isList(value) ? itemAt(value, key) : Object.hasOwn(value, key) ? value[key] : undefined
  }
  return value
}

function itemAt(list: readonly Json[], key: string | number): Json | undefined {
  const index = typeof key === 'number' ? key : /^\d+$/.test(key) ? Number(key) : Number.NaN
  return list[index]
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `["items", 0, "title"]` → `items[0].title`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  )
}
