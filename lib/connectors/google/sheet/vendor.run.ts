import 'server-only'
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Cell } from './fields'

const vendorTab = z.object({
  properties: z.object({
    sheetId: z.number(),
    title: z.string(),
    gridProperties: z.object({ rowCount: z.number(), columnCount: z.number() }).optional(),
  }),
  developerMetadata: z
    .array(
      z.object({ metadataId: z.number(), metadataKey: z.string(), metadataValue: z.string().default('') }),
    )
    .default([]),
})

const vendorSheet = z.object({
  properties: z.object({ title: z.string() }),
  sheets: z.array(vendorTab).default([]),
})

export type VendorTab = z.infer<typeof vendorTab>

/** A spreadsheet’s title and its tabs, without what stands in them. */
export async function readTabs(sheets: sheets_v4.Sheets, spreadsheetId: string) {
  const { data } = await sheets.spreadsheets.get({
    spreadsheetId,
    fields:
      'properties.title,sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),developerMetadata(metadataId,metadataKey,metadataValue))',
  })
  return vendorSheet.parse(data)
}

/** The tab of that name, else the first one. */
export async function readTab(
  sheets: sheets_v4.Sheets,
  { sheet, tab }: { readonly sheet: string; readonly tab?: string | undefined },
): Promise<VendorTab> {
  const all = (await readTabs(sheets, sheet)).sheets
  const found = tab === undefined ? all[0] : all.find(({ properties }) => properties.title === tab)
  if (found) return found
  const names = all.map(({ properties }) => `“${properties.title}”`).join(', ')
  throw new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    field: 'input.tab',
    message: `The spreadsheet has no tab “${tab ?? ''}”. It has ${names || 'none'}. Choose one of these.`,
  })
}

const vendorCell = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => value ?? '')
const vendorValues = z.object({ values: z.array(z.array(vendorCell)).default([]) })

/** The cells of a range; rows end at their last value. Numbers are numbers, dates are as they are shown. */
export async function readCells(
  sheets: sheets_v4.Sheets,
  {
    sheet,
    tab,
    range,
  }: { readonly sheet: string; readonly tab: string; readonly range?: string | undefined },
): Promise<Cell[][]> {
  const { data } = await sheets.spreadsheets.values.get({
    spreadsheetId: sheet,
    range: rangeOf(tab, range),
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'FORMATTED_STRING',
  })
  return vendorValues.parse(data).values
}

/** A range as Google names it: the tab in quotes, so that its name may be any. */
export function rangeOf(tab: string, range?: string): string {
  const quoted = `'${tab.replaceAll("'", "''")}'`
  return range ? `${quoted}!${range}` : quoted
}

/** The letters of a column, counted from 0. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
