import { z } from 'zod'
import { defineAction } from '../contract'

export const accountGet = defineAction({
  id: 'jira.account.get',
  title: 'Get the connected account',
  summary: 'Says which Atlassian account this connection acts as.',
  guidance: 'Use this to learn whose name is on what you write. It changes nothing.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['read:jira-user'],
  input: z.strictObject({}),
  output: z.object({
    account_id: z.string().meta({ title: 'Account id' }),
    name: z.string().meta({ title: 'Name' }),
    email: z.string().meta({ title: 'E-mail address' }),
  }),
  preview: () => 'Read which Atlassian account is connected',
  examples: [
    {
      title: 'A person’s account',
      input: {},
      output: {
        account_id: '712020:00000000-0000-4000-8000-000000000002',
        name: 'Lena Fischer',
        email: 'lena-fischer@acme.example',
      },
    },
    {
      title: 'An account that hides its address',
      input: {},
      output: { account_id: '712020:00000000-0000-4000-8000-000000000001', name: 'Handrail', email: '' },
    },
  ],
})
