import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { limitField, parametersField, rowsOutput, sqlField } from './fields'

export const queryRun = defineAction({
  id: 'postgres.query.run',
  title: 'Query rows with SQL',
  summary: 'Runs one SQL query in a transaction that may only read, and gives its rows.',
  guidance: 'One statement. Put $1, $2 … in the place of values and give them as parameters.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({
    sql: sqlField.meta({
      title: 'SQL',
      description: 'One query. $1, $2 … stand for the parameters.',
      placeholder: 'select id, customer from orders where status = $1',
      control: 'long_text',
      literal: true,
    }),
    parameters: parametersField.optional(),
    limit: limitField,
  }),
  output: rowsOutput,
  preview: ({ sql }) => shorten(`Query: ${sql.replace(/\s+/g, ' ').trim()}`, 120),
  examples: [
    {
      title: 'With a parameter',
      input: { sql: 'select id, customer from orders where status = $1 order by id', parameters: ['open'] },
      output: { rows: [{ id: 7, customer: 'Lena' }], count: 1, more: false },
    },
    {
      title: 'A sum',
      input: { sql: 'select status, count(*)::int as many from orders group by status' },
      output: { rows: [{ status: 'open', many: 4 }], count: 1, more: false },
    },
  ],
})
