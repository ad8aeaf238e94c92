import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { changedOutput, parametersField, sqlField } from './fields'

export const statementRun = defineAction({
  id: 'postgres.statement.run',
  title: 'Run a statement',
  summary:
    'Runs one SQL statement in a transaction of its own. It may change or delete whatever its user may.',
  guidance: 'Only for what the other actions cannot do. One statement, with $1, $2 … in the place of values.',
  effect: 'irreversible',
  outward: false,
  trust: 'untrusted',
  repeat: 'never',
  scopes: [],
  input: z.strictObject({
    sql: sqlField.meta({
      title: 'SQL',
      description: 'One statement. $1, $2 … stand for the parameters.',
      placeholder: 'delete from sessions where user_id = $1',
      control: 'long_text',
      destination: true,
      literal: true,
    }),
    parameters: parametersField.optional(),
  }),
  output: changedOutput,
  preview: ({ sql }) => shorten(`Run: ${sql.replace(/\s+/g, ' ').trim()}`, 120),
  examples: [
    {
      title: 'Delete with a parameter',
      input: { sql: 'delete from notes where text = $1 returning id', parameters: ['Call the supplier'] },
      output: { rows: [{ id: 3 }], count: 1 },
    },
    {
      title: 'A sum into another table',
      input: {
        sql: 'insert into notes (text) select customer from orders where status = $1',
        parameters: ['open'],
      },
      output: { rows: [], count: 2 },
    },
  ],
})
