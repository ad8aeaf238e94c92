import { z } from 'zod'
import type { Connector } from '@/lib/connectors/contract'
import { shownFields } from '@/lib/connectors/shown-fields'
import { HandrailError } from '@/lib/core/errors'

export const connectionNameField = z
  .string()
  .trim()
  .min(1, 'Write a name for the connection.')
  .max(80, 'Use at most 80 characters.')

/** By the connector's field keys. */
export const connectionValuesField = z.record(z.string().max(60), z.string().max(10_000))

export const baseUrlField = z
  .url({ protocol: /^https?$/, message: 'Write an address that starts with https:// or http://.' })
  .max(500)
  .transform((url) => url.replace(/\/+$/, ''))

type Values = { secret: Record<string, string>; settings: Record<string, string> }

/**
 * Parts what was filled in into secrets and settings. Unknown fields and missing ones are refused by name; what goes
 * with another choice than the one that was made is left behind.
 */
export function sortValues(connector: Connector, values: Readonly<Record<string, string>>): Values {
  const known = new Set(connector.fields.map(({ key }) => key))
  const unknown = Object.keys(values).find((key) => !known.has(key))
  if (unknown !== undefined) {
    throw wrongField(unknown, `${connector.title} connections have no field ‘${unknown}’. Leave it out.`)
  }
  const sorted: Values = { secret: {}, settings: {} }
  for (const { key, label, required, secret, choices } of shownFields(connector.fields, values)) {
    const value = values[key]?.trim() ?? ''
    if (value === '' && required) throw wrongField(key, `Fill in ‘${label}’.`)
    if (value === '') continue
    if (choices && !choices.some((choice) => choice.value === value)) {
      throw wrongField(key, `Choose one of the list for ‘${label}’.`)
    }
    sorted[secret ? 'secret' : 'settings'][key] = value
  }
  return sorted
}

function wrongField(key: string, message: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message,
    field: `values.${key}`,
  })
}
