import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { sheetField } from '../file/fields'
import { scopes } from '../scopes'
import { changedSheet, rowsField, tabField, typedField } from './fields'
import { rangeField } from './range-field'

export const sheetUpdate = defineAction({
  id: 'google.sheet.update',
  title: 'Write into cells',
  summary: 'Writes values into a range of a Google spreadsheet, over what stood there.',
  guidance: 'Read the range first. To change one row by its headings, use “Change a row”.',
  effect: 'write',
  outward: false,
  trust: 'trusted',
  // The same values in the same cells.
  repeat: 'safe',
  scopes: [scopes.driveFile],
  input: z.strictObject({
    sheet: sheetField,
    tab: tabField,
    range: rangeField.meta({
      title: 'Range',
      description: 'Where the first value goes, or the whole range.',
      placeholder: 'B2:C3',
      control: 'text',
      destination: true,
    }),
    values: rowsField.min(1).meta({
      title: 'Values',
      description: 'A list of rows, each a list of values.',
      control: 'json',
    }),
    typed: typedField,
  }),
  output: changedSheet.extend({
    range: z.string().meta({ title: 'Range' }),
    cells: z.number().int().meta({ title: 'How many cells' }),
  }),
  preview: ({ sheet, range, values }, names) =>
    shorten(
      `Write ${values.length} row${values.length === 1 ? '' : 's'} at ${shorten(range, 20)} of ${names?.sheet ?? sheet}`,
      120,
    ),
  examples: [
    {
      title: 'One price',
      input: { sheet: 'sheet-price-list', range: 'C2', values: [[44.5]] },
      output: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        url: 'https://docs.google.com/spreadsheets/d/sheet-price-list/edit',
        range: 'Prices!C2',
        cells: 1,
      },
    },
    {
      title: 'A block with a formula',
      input: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        range: 'F1:F2',
        values: [['Value'], ['=C2*D2']],
        typed: true,
      },
      output: {
        sheet: 'sheet-price-list',
        tab: 'Prices',
        url: 'https://docs.google.com/spreadsheets/d/sheet-price-list/edit',
        range: 'Prices!F1:F2',
        cells: 2,
      },
    },
  ],
})
