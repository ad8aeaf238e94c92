import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { columnsOf, toRecord } from '../sheet/by-headings'
import type { Cell } from '../sheet/fields'
import { readCells, readTab } from '../sheet/vendor.run'
import type { rowFind } from './row-find'

export const behaviour: Behaviour<typeof rowFind, GoogleClient> = {
  async run({ input: { sheet, tab, heading, value }, client }) {
    const sheets = await client.sheets()
    const { title } = (await readTab(sheets, { sheet, tab })).properties
    const [headings = [], ...rows] = await readCells(sheets, { sheet, tab: title })
    const [column = 0] = columnsOf(headings, [heading], 'input.heading')
    const index = rows.findIndex((row) => plain(row[column] ?? '') === plain(value))
    const found = rows[index]
    return found
      ? { found: true, row: index + 2, values: toRecord(headings, found) }
      : { found: false, row: null, values: {} }
  },
}

function plain(value: Cell): string {
  return String(value).trim().toLowerCase()
}
