import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { tableField } from './fields'

export const columnList = defineAction({
  id: 'postgres.column.list',
  title: 'List columns',
  summary: 'Lists the columns of a table with their types.',
  guidance: 'Use this before a query, to learn what a table holds and how its columns are called.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({ table: tableField }),
  output: z.object({
    columns: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          data_type: z.string().meta({ title: 'Type' }),
          required: z.boolean().meta({ title: 'Must it be given?' }),
          key: z.boolean().meta({ title: 'Is it of the primary key?' }),
        }),
      )
      .meta({ title: 'Columns' }),
  }),
  preview: ({ table }) => shorten(`List the columns of ${table}`, 120),
  examples: [
    {
      title: 'Orders',
      input: { table: 'orders' },
      output: {
        columns: [
          { name: 'id', data_type: 'bigint', required: false, key: true },
          { name: 'customer', data_type: 'text', required: true, key: false },
        ],
      },
    },
    {
      title: 'In a schema of its own',
      input: { table: 'sales.by_day' },
      output: { columns: [{ name: 'day', data_type: 'date', required: false, key: false }] },
    },
  ],
  choices: ({ columns }) =>
    columns.map(({ name, data_type }) => ({ value: name, label: name, hint: data_type })),
})
