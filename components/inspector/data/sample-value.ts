import type { Json } from '@/lib/core/json'

/** What stands at a place of a sample, or nothing. */
export function sampleAt(sample: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = sample
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined
    if (Array.isArray(value)) value = typeof key === 'number' ? value[key] : undefined
    else
      value = Object.hasOwn(value, key)
        ? Object.entries(value).find(([name]) => name === String(key))?.[1]
        : undefined
  }
  return value
}

const longest = 60

/** A sample in a few words, or null when there is none. */
export function sampleText(value: Json | undefined): string | null {
  if (value === undefined) return null
  if (value === null) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const line = value.replace(/\s+/g, ' ').trim()
    return line === '' ? 'empty text' : line.length > longest ? `${line.slice(0, longest)}…` : line
  }
  if (Array.isArray(value)) return value.length === 1 ? '1 item' : `${value.length} items`
  const count = Object.keys(value).length
  return count === 1 ? '1 field' : `${count} fields`
}
