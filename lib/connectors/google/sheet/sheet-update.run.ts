import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { type Cell, sheetUrl } from './fields'
import type { sheetUpdate } from './sheet-update'
import { columnName, rangeOf, readTab } from './vendor.run'

const updated = z.object({ updatedRange: z.string(), updatedCells: z.number().default(0) })

export const behaviour: Behaviour<typeof sheetUpdate, GoogleClient> = {
  async run({ input: { sheet, tab, range, values, typed = false }, client }) {
    const sheets = await client.sheets()
    const { title } = (await readTab(sheets, { sheet, tab })).properties
    const { data } = await sheets.spreadsheets.values.update({
      spreadsheetId: sheet,
      range: rangeOf(title, wholeRange(range, values)),
      valueInputOption: typed ? 'USER_ENTERED' : 'RAW',
      requestBody: { values: values.map((row) => [...row]) },
    })
    const { updatedRange, updatedCells } = updated.parse(data)
    return { sheet, tab: title, url: sheetUrl(sheet), range: updatedRange, cells: updatedCells }
  },
}

/** Google writes no further than the range says: where only its first cell is given, the values say how far. */
function wholeRange(range: string, values: readonly (readonly Cell[])[]): string {
  const [, letters, row] = /^([A-Za-z]+)(\d+)$/.exec(range) ?? []
  if (!letters || !row) return range
  const first = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const width = Math.max(1, ...values.map(({ length }) => length))
  return `${range}:${columnName(first + width - 2)}${Number(row) + values.length - 1}`
}
