import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { cellsField, cellsInWords, rowOutput, tableField } from './fields'

export const rowsInsert = defineAction({
  id: 'postgres.rows.insert',
  title: 'Add a row',
  summary: 'Adds one row to a table and gives it back with what the database filled in.',
  guidance: 'Give a value for each column that must have one. Name a key column where the table has one.',
  effect: 'write',
  outward: false,
  trust: 'untrusted',
  repeat: 'never',
  // With a column for the key, the row of an earlier try can be found.
  repeatWith: ({ key_column }) => (key_column ? 'lookup' : 'never'),
  scopes: [],
  input: z.strictObject({
    table: tableField,
    values: cellsField.meta({ title: 'Values', description: 'A value for each column.', control: 'pairs' }),
    key_column: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({
        title: 'Key column',
        description:
          'A text column, best unique, in which Handrail leaves a key. With it, a row whose answer was lost is found again instead of asking you.',
        control: 'text',
        pick: 'postgres.column.list',
        pickInput: { table: 'table' },
      }),
  }),
  output: rowOutput,
  preview: ({ table, values }) => shorten(`Add to ${table}: ${cellsInWords(values)}`, 120),
  examples: [
    {
      title: 'An order, with a key',
      input: { table: 'orders', values: { customer: 'Lena', status: 'open' }, key_column: 'handrail_key' },
      output: { row: { id: 8, customer: 'Lena', status: 'open' } },
    },
    {
      title: 'A note',
      input: { table: 'notes', values: { text: 'Call the supplier' } },
      output: { row: { id: 3, text: 'Call the supplier' } },
    },
  ],
})
