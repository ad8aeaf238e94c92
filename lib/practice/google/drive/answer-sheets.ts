import { z } from 'zod'
import { nameOf, toArea } from './a1-range'
import { changeSheet, sheetBatchSchema } from './change-sheet'
import { masked } from './field-mask'
import { findFile, touch } from './find-file'
import { invalid, notFound } from './refusal'
import type { DriveState, SheetCell, Tab } from './state'
import { fromTyped, shownValue } from './to-csv'

const written = z.object({
  values: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
})
const option = z.enum(['RAW', 'USER_ENTERED'])
const writtenBatch = z.object({
  valueInputOption: option,
  data: z.array(written.extend({ range: z.string() })),
})

type Call = { readonly method: string; readonly url: URL; readonly body: unknown; readonly baseUrl: string }

/** Google's Sheets interface, as far as it is needed: tabs, the values of ranges, and changes in one batch. */
export function answerSheets(state: DriveState, { method, url, body, baseUrl }: Call): unknown {
  const path = decodeURIComponent(url.pathname)
  const [, id = '', rest = ''] = /^\/v4\/spreadsheets\/([^/:]+)(.*)$/.exec(path) ?? []
  const file = findFile(state, id)
  const tabs = state.spreadsheets[id]
  if (!tabs) throw notFound('Requested entity was')
  const save = (after: Tab[]) => {
    state.spreadsheets[id] = after
    touch(file)
  }
  const range = /^\/values\/(.+)$/.exec(rest)?.[1]
  if (method === 'GET' && rest === '') {
    const resource = {
      spreadsheetId: id,
      properties: { title: file.name },
      sheets: tabs.map(tabResource),
      spreadsheetUrl: `${baseUrl}/file/${id}`,
    }
    return masked(resource, url.searchParams.get('fields'))
  }
  if (method === 'GET' && range) return readValues(tabs, range)
  if (method === 'PUT' && range) {
    const { values } = parse(written, body)
    const isTyped = parse(option, url.searchParams.get('valueInputOption')) === 'USER_ENTERED'
    const { after, name, cells } = writeValues(tabs, { range, values, isTyped })
    save(after)
    return { spreadsheetId: id, updatedRange: name, updatedCells: cells }
  }
  if (method === 'POST' && rest === '/values:batchUpdate') {
    const { data, valueInputOption } = parse(writtenBatch, body)
    let after = [...tabs]
    let totalUpdatedCells = 0
    for (const each of data) {
      const one = writeValues(after, { ...each, isTyped: valueInputOption === 'USER_ENTERED' })
      after = one.after
      totalUpdatedCells += one.cells
    }
    save(after)
    return { spreadsheetId: id, totalUpdatedCells }
  }
  if (method === 'POST' && rest === ':batchUpdate') {
    const { requests } = parse(sheetBatchSchema, body)
    save(changeSheet(tabs, requests))
    return { spreadsheetId: id, replies: requests.map(() => ({})) }
  }
  throw notFound('Method')
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw invalid('Invalid JSON payload received.')
  return parsed.data
}

function tabResource({ sheetId, title, rows, metadata }: Tab, index: number) {
  const columnCount = Math.max(26, ...rows.map(({ length }) => length))
  return {
    properties: {
      sheetId,
      title,
      index,
      sheetType: 'GRID',
      gridProperties: { rowCount: Math.max(1000, rows.length), columnCount },
    },
    ...(metadata.length > 0 ? { developerMetadata: metadata } : {}),
  }
}

function readValues(tabs: readonly Tab[], range: string): unknown {
  const area = toArea(tabs, range)
  const rows = area.tab.rows
    .slice(area.top, area.bottom + 1)
    .map((row) => withoutEnd(row.slice(area.left, area.right + 1).map(shownValue)))
  while (rows.at(-1)?.length === 0) rows.pop()
  const columns = Math.max(1, ...rows.map(({ length }) => length))
  return {
    range: nameOf(area, { rows: rows.length, columns }),
    majorDimension: 'ROWS',
    ...(rows.length > 0 ? { values: rows } : {}),
  }
}

/** Google leaves out the empty cells at the end of a row. */
function withoutEnd<Value>(row: Value[]): Value[] {
  const last = row.findLastIndex((value) => value !== '')
  return row.slice(0, last + 1)
}

type Writing = {
  readonly range: string
  readonly values: readonly (readonly (string | number | boolean | null)[])[]
  readonly isTyped: boolean
}

function writeValues(before: readonly Tab[], { range, values, isTyped }: Writing) {
  const tabs = structuredClone([...before])
  const area = toArea(tabs, range)
  const columns = Math.max(1, ...values.map(({ length }) => length))
  if (area.top + values.length - 1 > area.bottom || area.left + columns - 1 > area.right)
    throw invalid(`Requested writing within range [${range}], but tried writing outside of it.`)
  let cells = 0
  for (const [down, row] of values.entries()) {
    for (const [right, value] of row.entries()) {
      // Null leaves a cell as it is.
      if (value === null) continue
      put(area.tab.rows, { row: area.top + down, column: area.left + right, cell: toCell(value, isTyped) })
      cells += 1
    }
  }
  return { after: tabs, name: nameOf(area, { rows: values.length, columns }), cells }
}

function toCell(value: string | number | boolean, isTyped: boolean): SheetCell {
  return isTyped && typeof value === 'string' ? fromTyped(value) : value
}

function put(
  rows: SheetCell[][],
  at: { readonly row: number; readonly column: number; readonly cell: SheetCell },
) {
  while (rows.length <= at.row) rows.push([])
  const row = rows[at.row] ?? []
  while (row.length < at.column) row.push('')
  row[at.column] = at.cell
}
