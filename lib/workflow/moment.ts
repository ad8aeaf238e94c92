import type { Json } from '../core/json'

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * The moment that a value names, in epoch milliseconds: ISO text, or a number of milliseconds. Text without a zone is
 * UTC on every machine. `undefined` for anything else.
 */
export function momentOf(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string') return undefined
  const parts = iso.exec(value.trim())
  if (!parts) return undefined
  const [, date, time = '00:00:00', zone = 'Z'] = parts
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
  const moment = Date.parse(`${date}T${time}${offset}`)
  return Number.isNaN(moment) ? undefined : moment
}
