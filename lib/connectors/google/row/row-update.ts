import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { sheetField } from '../file/fields'
import { scopes } from '../scopes'
import { byHeading, changedSheet, tabField, typedField } from '../sheet/fields'

export const rowUpdate = defineAction({
  id: 'google.row.update',
  title: 'Change a row',
  summary: 'Writes values into one row of a Google spreadsheet, by the headings of their columns.',
  guidance: 'Find the row first and use its number. Columns that are left out stay as they are.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // The same values in the same cells.
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    sheet: sheetField,
    tab: tabField,
    row: z.number().int().min(2).max(10_000_000).meta({
      title: 'Row number',
      description: 'As at the side of the spreadsheet; row 1 holds the headings.',
      control: 'number',
      destination: true,
    }),
    values: byHeading.meta({
      title: 'Values',
      description: 'A value for each heading that changes.',
      control: 'pairs',
    }),
    typed: typedField,
  }),
  output: changedSheet.extend({
    row: z.number().int().meta({ title: 'Row number' }),
    cells: z.number().int().meta({ title: 'How many cells' }),
  }),
  preview: ({ sheet, row, values }, names) =>
    shorten(
      `In row ${row} of ${shorten(names?.sheet ?? sheet, 40)}, write ${Object.entries(values)
        .map(([heading, value]) => `${heading}: ${String(value)}`)
        .join(', ')}`,
      120,
    ),
  examples: [
    {
      title: 'A new stock',
      input: { sheet: 'sheet-price-list', row: 2, values: { 'In stock': 41 } },
      output: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        url: 'https://docs.google.com/spreadsheets/d/sheet-price-list/edit',
        row: 2,
        cells: 1,
      },
    },
    {
      title: 'Two values, as if typed',
      input: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        row: 3,
        values: { Price: '21.5', 'In stock': '=40+2' },
        typed: true,
      },
      output: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        url: 'https://docs.google.com/spreadsheets/d/sheet-price-list/edit',
        row: 3,
        cells: 2,
      },
    },
  ],
})
