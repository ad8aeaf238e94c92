import 'server-only'
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import { columnsOf } from '../sheet/by-headings'
import { type Cell, sheetUrl } from '../sheet/fields'
import { readCells, readTab, type VendorTab } from '../sheet/vendor.run'
import { hasKey, keyNote, outdatedKeys } from './kept-keys.run'
import type { rowAppend } from './row-append'
import { toExtendedValue } from './to-extended-value.run'

export const behaviour: Behaviour<typeof rowAppend, GoogleClient> = {
  async run({ input: { sheet, tab, row, rows = [], typed = false }, client, idempotencyKey }) {
    const sheets = await client.sheets()
    const found = await readTab(sheets, { sheet, tab })
    const { title, sheetId } = found.properties
    const first = row ? [await byColumn(sheets, { sheet, tab: title, row })] : []
    const all = [...first, ...rows]
    // All of a batch is done or none of it, so that the rows and their key are there together.
    const { data } = await sheets.spreadsheets.batchUpdate({
      spreadsheetId: sheet,
      requestBody: {
        requests: [
          {
            appendCells: {
              sheetId,
              rows: all.map((cells) => ({
                values: cells.map((value) => ({ userEnteredValue: toExtendedValue(value, typed) })),
              })),
              fields: 'userEnteredValue',
            },
          },
          ...outdatedKeys(found).map((metadataId) => ({
            deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
          })),
          {
            createDeveloperMetadata: {
              developerMetadata: {
                ...keyNote(idempotencyKey, Date.now()),
                location: { sheetId },
                visibility: 'DOCUMENT',
              },
            },
          },
        ],
      },
    })
    z.object({ spreadsheetId: z.literal(sheet) }).parse(data)
    return toOutput(sheet, found, all.length)
  },

  async lookup({ input: { sheet, tab, row, rows = [] }, client, idempotencyKey }) {
    const found = await readTab(await client.sheets(), { sheet, tab })
    if (!hasKey(found, idempotencyKey, Date.now())) return null
    return toOutput(sheet, found, (row ? 1 : 0) + rows.length)
  },
}

async function byColumn(
  sheets: sheets_v4.Sheets,
  { sheet, tab, row }: { sheet: string; tab: string; row: Readonly<Record<string, Cell>> },
): Promise<Cell[]> {
  const [headings = []] = await readCells(sheets, { sheet, tab, range: '1:1' })
  const columns = columnsOf(headings, Object.keys(row), 'input.row')
  const cells: Cell[] = headings.map(() => '')
  for (const [index, value] of Object.values(row).entries()) cells[columns[index] ?? 0] = value
  return cells
}

function toOutput(sheet: string, { properties }: VendorTab, added: number) {
  return { sheet, tab: properties.title, url: sheetUrl(sheet), added }
}
