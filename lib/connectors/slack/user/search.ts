import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { userOutput } from './user'

export const userSearch = defineAction({
  id: 'slack.user.search',
  title: 'Search people',
  summary: 'Lists the people of the workspace, or those whose name or title has these words.',
  guidance: 'Use this to find the id of a person whose name you know. Names are not unique: compare titles.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['users:read'],
  input: z.strictObject({
    query: z.string().max(80).optional().meta({
      title: 'Words',
      description: 'Part of the name, the user name or the title.',
      placeholder: 'lena',
      control: 'text',
    }),
    apps: z
      .boolean()
      .optional()
      .meta({ title: 'Apps too', description: 'Off: people alone.', control: 'toggle' }),
    limit: z
      .number()
      .int()
      .min(1)
      .max(200)
      .optional()
      .meta({ title: 'At most', description: '100 when empty.', control: 'number' }),
  }),
  output: z.object({
    users: z.array(userOutput).meta({ title: 'People' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ query }) =>
    query ? `Search people in Slack for “${shorten(query, 60)}”` : 'List the people in Slack',
  examples: [
    {
      title: 'By part of the name',
      input: { query: 'lena' },
      output: {
        users: [
          {
            id: 'U000000002',
            name: 'lena-fischer',
            full_name: 'Lena Fischer',
            email: 'lena-fischer@acme.example',
            role: 'Support lead',
            is_bot: false,
          },
        ],
        count: 1,
      },
    },
    { title: 'Nobody found', input: { query: 'no such person', limit: 5 }, output: { users: [], count: 0 } },
  ],
  choices: ({ users }) =>
    users.map(({ id, full_name, name, role }) => ({
      value: id,
      label: full_name || name,
      hint: role || `@${name}`,
    })),
})
