import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { sheetField } from '../file/fields'
import { scopes } from '../scopes'
import { byHeading, changedSheet, rowsField, tabField, typedField } from '../sheet/fields'

export const rowAppend = defineAction({
  id: 'google.row.append',
  title: 'Add rows',
  summary: 'Adds rows at the end of a Google spreadsheet, by the headings in its first row.',
  guidance: 'Name each value by the heading of its column, exactly as it stands there.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: [scopes.driveFile],
  input: z
    .strictObject({
      sheet: sheetField,
      tab: tabField,
      row: byHeading.optional().meta({
        title: 'Row',
        description: 'A value for each heading. Headings that are left out stay empty.',
        control: 'pairs',
      }),
      rows: rowsField.optional().meta({
        title: 'More rows',
        description: 'A list of rows, each a list of values in the order of the columns.',
        control: 'json',
      }),
      typed: typedField,
    })
    .refine(({ row, rows }) => row !== undefined || (rows?.length ?? 0) > 0, {
      path: ['row'],
      message: 'Give a row, or a list of rows.',
    }),
  output: changedSheet.extend({ added: z.number().int().meta({ title: 'How many rows' }) }),
  preview: ({ sheet, row, rows }, names) => {
    const where = shorten(names?.sheet ?? sheet, 50)
    const count = (row ? 1 : 0) + (rows?.length ?? 0)
    if (!row || count > 1) return `Add ${count} rows to ${where}`
    return shorten(`Add to ${where}: ${Object.values(row).join(', ')}`, 120)
  },
  examples: [
    {
      title: 'One row',
      input: {
        sheet: 'sheet-returns',
        row: { Order: 'A-1042', Customer: 'Dana Kim', Reason: '=wrong size', Amount: 24.5 },
      },
      output: {
        sheet: 'sheet-returns',
        tab: 'Sheet1',
        url: 'https://docs.google.com/spreadsheets/d/sheet-returns/edit',
        added: 1,
      },
    },
    {
      title: 'Several rows',
      input: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        rows: [
          ['G-310', 'Watering can', 24, 12],
          ['G-311', 'Trowel', '14.5', '30'],
        ],
        typed: true,
      },
      output: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        url: 'https://docs.google.com/spreadsheets/d/sheet-price-list/edit',
        added: 2,
      },
    },
  ],
})
