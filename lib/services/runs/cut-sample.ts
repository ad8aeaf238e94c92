import type { Json } from '@/lib/core/json'
import { isList } from '@/lib/workflow/value-at'

const shownItems = 5
const shownCharacters = 1_000

/** A value as a picker shows it: long texts and lists are cut, what they are made of is kept. */
export function cutSample(value: Json): Json {
  if (typeof value === 'string') return value.slice(0, shownCharacters)
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.slice(0, shownItems).map(cutSample)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cutSample(item)]))
}
