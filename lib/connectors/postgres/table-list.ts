import { z } from 'zod'
import { defineAction } from '../contract'

export const tableList = defineAction({
  id: 'postgres.table.list',
  title: 'List tables',
  summary: 'Lists the tables and views that this user may read or change.',
  guidance: 'Use this before a query, to learn which tables there are.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({}),
  output: z.object({
    tables: z
      .array(
        z.object({
          name: z.string().meta({ title: 'Name' }),
          kind: z.enum(['table', 'view']).meta({ title: 'Kind' }),
        }),
      )
      .meta({ title: 'Tables' }),
  }),
  preview: () => 'List the tables of the database',
  examples: [
    {
      title: 'A shop',
      input: {},
      output: {
        tables: [
          { name: 'orders', kind: 'table' },
          { name: 'sales.by_day', kind: 'view' },
        ],
      },
    },
    { title: 'Nothing that this user may see', input: {}, output: { tables: [] } },
  ],
  choices: ({ tables }) =>
    tables.map(({ name, kind }) => ({
      value: name,
      label: name,
      ...(kind === 'view' ? { hint: 'View' } : {}),
    })),
})
