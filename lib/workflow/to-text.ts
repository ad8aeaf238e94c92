import type { Json } from '../core/json'
import { isList } from './value-at'

/** How a value reads inside text: lists with commas, objects as JSON, nothing for null. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  if (isList(value) && value.every(isPlain)) return value.map(toText).join(', ')
  return JSON.stringify(value)
}

function isPlain(value: Json): boolean {
  return typeof value !== 'object' || value === null
}
