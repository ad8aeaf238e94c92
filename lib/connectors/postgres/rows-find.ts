import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { cellsField, cellsInWords, columnsField, limitField, rowsOutput, tableField } from './fields'

export const rowsFind = defineAction({
  id: 'postgres.rows.find',
  title: 'Find rows',
  summary: 'Finds rows of a table by the values of their columns. It cannot change anything.',
  guidance: 'Give the columns that must match. For comparisons and joins use “Query rows”.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({
    table: tableField,
    match: cellsField.optional().meta({
      title: 'Where',
      description: 'Columns that must have this value. Left empty: all rows.',
      control: 'pairs',
    }),
    columns: columnsField.optional(),
    sort: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({
        title: 'Sort by',
        control: 'text',
        pick: 'postgres.column.list',
        pickInput: { table: 'table' },
      }),
    descending: z.boolean().optional().meta({ title: 'Greatest first', control: 'toggle' }),
    limit: limitField,
  }),
  output: rowsOutput,
  preview: ({ table, match }) =>
    shorten(
      `Find rows of ${table}${match && Object.keys(match).length > 0 ? ` where ${cellsInWords(match)}` : ''}`,
      120,
    ),
  examples: [
    {
      title: 'The newest open orders',
      input: { table: 'orders', match: { status: 'open' }, sort: 'id', descending: true, limit: 10 },
      output: { rows: [{ id: 7, customer: 'Lena', status: 'open' }], count: 1, more: false },
    },
    {
      title: 'Two columns of all of them',
      input: { table: 'orders', columns: ['id', 'status'], sort: 'id' },
      output: { rows: [{ id: 7, status: 'open' }], count: 1, more: false },
    },
  ],
})
