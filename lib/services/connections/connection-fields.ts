import { z } from 'zod'
import type { Connector } from '@/lib/connectors/contract'
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

/** Parts what was filled in into secrets and settings. Unknown fields and missing ones are refused by name. */
export function sortValues(connector: Connector, values: Readonly<Record<string, string>>): Values {
  const known = new Map(connector.fields.map((field) => [field.key, field]))
  const sorted: Values = { secret: {}, settings: {} }
  for (const [key, value] of Object.entries(values)) {
    const field = known.get(key)
    if (!field) throw wrongField(key, `${connector.title} connections have no field ‘${key}’. Leave it out.`)
    if (value !== '' && field.choices && !field.choices.some((choice) => choice.value === value)) {
      throw wrongField(key, `Choose one of the list for ‘${field.label}’.`)
    }
    if (value.trim() !== '') sorted[field.secret ? 'secret' : 'settings'][key] = value.trim()
  }
  for (const { key, label, required, secret } of connector.fields) {
    if (required && sorted[secret ? 'secret' : 'settings'][key] === undefined) {
      throw wrongField(key, `Fill in ‘${label}’.`)
    }
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
