import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { columnsOf } from '../sheet/by-headings'
import { sheetUrl } from '../sheet/fields'
import { columnName, rangeOf, readCells, readTab } from '../sheet/vendor.run'
import type { rowUpdate } from './row-update'

const updated = z.object({ totalUpdatedCells: z.number().default(0) })

export const behaviour: Behaviour<typeof rowUpdate, GoogleClient> = {
  async run({ input: { sheet, tab, row, values, typed = false }, client }) {
    const sheets = await client.sheets()
    const { title } = (await readTab(sheets, { sheet, tab })).properties
    const [headings = []] = await readCells(sheets, { sheet, tab: title, range: '1:1' })
    const columns = columnsOf(headings, Object.keys(values), 'input.values')
    const { data } = await sheets.spreadsheets.values.batchUpdate({
      spreadsheetId: sheet,
      requestBody: {
        valueInputOption: typed ? 'USER_ENTERED' : 'RAW',
        data: Object.values(values).map((value, index) => ({
          range: rangeOf(title, `${columnName(columns[index] ?? 0)}${row}`),
          values: [[value]],
        })),
      },
    })
    const { totalUpdatedCells } = updated.parse(data)
    return { sheet, tab: title, url: sheetUrl(sheet), row, cells: totalUpdatedCells }
  },
}
