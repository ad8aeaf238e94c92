import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { sheetField } from '../file/fields'
import { scopes } from '../scopes'
import { byHeading, cell, tabField } from '../sheet/fields'

export const rowFind = defineAction({
  id: 'google.row.find',
  title: 'Find a row',
  summary: 'Finds the first row of a Google spreadsheet with a value in a column.',
  guidance: 'The value is compared whole, without regard to case. The row’s number serves to change it.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    sheet: sheetField,
    tab: tabField,
    heading: z.string().min(1).max(200).meta({
      title: 'Heading',
      description: 'The heading of the column to look in.',
      placeholder: 'Article',
      control: 'text',
    }),
    value: cell.meta({ title: 'Value', control: 'text' }),
  }),
  output: z.object({
    found: z.boolean().meta({ title: 'Found' }),
    row: z.number().int().nullable().meta({ title: 'Row number' }),
    values: byHeading.meta({ title: 'The row, by heading' }),
  }),
  preview: ({ sheet, heading, value }, names) =>
    shorten(
      `Find the row of ${shorten(names?.sheet ?? sheet, 40)} with ${shorten(heading, 30)} ${String(value)}`,
      120,
    ),
  examples: [
    {
      title: 'An article',
      input: { sheet: 'sheet-price-list', heading: 'Article', value: 'K-101' },
      output: {
        found: true,
        row: 2,
        values: { Article: 'K-101', Name: 'Chef’s knife', Price: 39.9, 'In stock': 42 },
      },
    },
    {
      title: 'None such',
      input: { sheet: 'sheet-price-list', tab: 'Prices', heading: 'Article', value: 'X-999' },
      output: { found: false, row: null, values: {} },
    },
  ],
})
