import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { limitField } from './fields'

export const userSearch = defineAction({
  id: 'jira.user.search',
  title: 'Find people',
  summary: 'Finds people of the site by name or e-mail address.',
  guidance: 'Use this to find the account id of a person before you assign an issue to them.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['read:jira-user'],
  input: z.strictObject({
    query: z.string().max(200).optional().meta({
      title: 'Words',
      description: 'Part of the name or e-mail address. Empty lists the first ones.',
      placeholder: 'Lena',
      control: 'text',
    }),
    limit: limitField(50, 30),
  }),
  output: z.object({
    people: z
      .array(
        z.object({
          account_id: z.string().meta({ title: 'Account id' }),
          name: z.string().meta({ title: 'Name' }),
          email: z.string().meta({ title: 'E-mail address' }),
        }),
      )
      .meta({ title: 'People' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ query }) =>
    query ? `Find people in Jira named like “${shorten(query, 60)}”` : 'List people of the Jira site',
  examples: [
    {
      title: 'By name',
      input: { query: 'Lena' },
      output: {
        people: [
          {
            account_id: '712020:00000000-0000-4000-8000-000000000002',
            name: 'Lena Fischer',
            email: 'lena-fischer@acme.example',
          },
        ],
        count: 1,
      },
    },
    { title: 'Nobody found', input: { query: 'Nobody', limit: 5 }, output: { people: [], count: 0 } },
  ],
  choices: ({ people }) =>
    people.map(({ account_id, name, email }) => ({
      value: account_id,
      label: name,
      ...(email ? { hint: email } : {}),
    })),
})
