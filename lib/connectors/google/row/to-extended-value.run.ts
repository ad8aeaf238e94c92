import 'server-only'
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import type { Cell } from '../sheet/fields'

/** A value for a cell. Text is text, whatever it begins with, unless it counts as typed. */
export function toExtendedValue(value: Cell, typed: boolean): sheets_v4.Schema$ExtendedValue {
  if (value === '') return {}
  if (typeof value === 'number') return { numberValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  if (!typed) return { stringValue: value }
  const text = value.trim()
  if (text.startsWith('=') && text.length > 1) return { formulaValue: text }
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return { numberValue: Number(text) }
  if (/^(true|false)$/i.test(text)) return { boolValue: text.toLowerCase() === 'true' }
  return { stringValue: value }
}
