import type { Json } from '@/lib/core/json'

/** The text at a place in a value, or null when there is none. */
export function textAt(value: Json, ...path: readonly string[]): string | null {
  let at: Json | undefined = value
  for (const key of path) {
    if (at === null || at === undefined || typeof at !== 'object' || Array.isArray(at)) return null
    at = Object.entries(at).find(([name]) => name === key)?.[1]
  }
  return typeof at === 'string' && at !== '' ? at : null
}
