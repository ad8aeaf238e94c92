import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { cellsField, cellsInWords, changedOutput, mostRows, tableField } from './fields'

export const rowsUpdate = defineAction({
  id: 'postgres.rows.update',
  title: 'Change rows',
  summary: 'Sets columns of the rows that match. When more match than you allow, nothing is changed.',
  guidance: 'Match by the primary key wherever it is known. Allow more than one row only when that is meant.',
  effect: 'write',
  outward: false,
  trust: 'untrusted',
  // Setting the same values once more leaves the rows as they are.
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({
    table: tableField,
    match: cellsField
      .refine((match) => Object.keys(match).length > 0, 'Say which rows: at least one column.')
      .meta({
        title: 'Where',
        description: 'Columns that must have this value.',
        control: 'pairs',
        destination: true,
      }),
    values: cellsField
      .refine((values) => Object.keys(values).length > 0, 'Say what is set: at least one column.')
      .meta({ title: 'Set', description: 'The columns that change, and to what.', control: 'pairs' }),
    most: z.number().int().min(1).max(mostRows).default(1).meta({
      title: 'Rows at most',
      description: 'When more rows match, nothing is changed and the step fails.',
      control: 'number',
    }),
  }),
  output: changedOutput,
  preview: ({ table, match, values }) =>
    shorten(`Set ${cellsInWords(values)} in ${table} where ${cellsInWords(match)}`, 120),
  examples: [
    {
      title: 'One order',
      input: { table: 'orders', match: { id: 1 }, values: { status: 'paid' } },
      output: { rows: [{ id: 1, customer: 'Tomás', status: 'paid' }], count: 1 },
    },
    {
      title: 'Several at once',
      input: { table: 'orders', match: { status: 'open' }, values: { status: 'late' }, most: 100 },
      output: { rows: [{ id: 2, customer: 'Aiko', status: 'late' }], count: 1 },
    },
  ],
})
