import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { toRecord } from './by-headings'
import type { sheetRead } from './sheet-read'
import { readCells, readTab } from './vendor.run'

export const behaviour: Behaviour<typeof sheetRead, GoogleClient> = {
  async run({ input: { sheet, tab, range }, client }) {
    const sheets = await client.sheets()
    const { title } = (await readTab(sheets, { sheet, tab })).properties
    const cells = await readCells(sheets, { sheet, tab: title, range })
    const [headings = [], ...rows] = cells
    return {
      rows: rows.map((row) => toRecord(headings, row)),
      headings: headings.map(String),
      cells,
      count: rows.length,
    }
  },
}
