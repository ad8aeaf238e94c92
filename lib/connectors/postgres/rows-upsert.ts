import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { cellsField, cellsInWords, columnsField, rowOutput, tableField } from './fields'

export const rowsUpsert = defineAction({
  id: 'postgres.rows.upsert',
  title: 'Add or change a row',
  summary: 'Adds a row, or changes the one that has the same key already.',
  guidance: 'The key columns need a unique index. Give a value for each of them.',
  effect: 'write',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({
    table: tableField,
    keys: columnsField.min(1).meta({
      title: 'Key columns',
      description: 'Two rows with the same values here are one row.',
      control: 'tags',
      pick: 'postgres.column.list',
      pickInput: { table: 'table' },
    }),
    values: cellsField.meta({
      title: 'Values',
      description: 'A value for each column, those of the key included.',
      control: 'pairs',
    }),
  }),
  output: rowOutput,
  preview: ({ table, values }) => shorten(`Add or change in ${table}: ${cellsInWords(values)}`, 120),
  examples: [
    {
      title: 'A price by its article',
      input: { table: 'prices', keys: ['article'], values: { article: 'A-7', cents: 1_250 } },
      output: { row: { article: 'A-7', cents: 1_250 } },
    },
    {
      title: 'By two columns',
      input: {
        table: 'stock',
        keys: ['article', 'place'],
        values: { article: 'A-7', place: 'Kiel', many: 12 },
      },
      output: { row: { article: 'A-7', place: 'Kiel', many: 12 } },
    },
  ],
})
