import { HandrailError } from '../../../core/errors'
import type { Cell } from './fields'

/** A row by the headings of its columns. A column without a heading has no name to stand under. */
export function toRecord(headings: readonly Cell[], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(
    headings.flatMap((heading, index) => {
      const name = String(heading).trim()
      return name === '' || name === '__proto__' ? [] : [[name, row[index] ?? '']]
    }),
  )
}

/** The column under each heading, counted from 0. Throws for a heading that is not there. */
export function columnsOf(headings: readonly Cell[], names: readonly string[], field: string): number[] {
  const known = headings.map((heading) => String(heading).trim())
  return names.map((name) => {
    const index = known.indexOf(name.trim())
    if (index >= 0) return index
    const list = known.filter(Boolean).map((each) => `“${each}”`)
    throw new HandrailError({
      code: 'invalid_input',
      who: 'user',
      retry: 'no',
      field,
      message: `No column is headed “${name}”. ${list.length > 0 ? `There are ${list.slice(0, 12).join(', ')}.` : 'The first row is empty.'} Use one of the headings in the first row.`,
    })
  })
}
