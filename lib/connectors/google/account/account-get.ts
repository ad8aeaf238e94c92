import { z } from 'zod'
import { defineAction } from '../../contract'
import { scopes } from '../scopes'

export const accountGet = defineAction({
  id: 'google.account.get',
  title: 'Get the connected account',
  summary: 'Says which Google account this connection acts as.',
  guidance: 'Use this to learn in whose name mails are sent and events are made. It changes nothing.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [scopes.email],
  input: z.strictObject({}),
  output: z.object({
    email: z.string().meta({ title: 'Address' }),
    name: z.string().meta({ title: 'Name' }),
  }),
  preview: () => 'Read which Google account is connected',
  examples: [
    {
      title: 'A shared mailbox',
      input: {},
      output: { email: 'support@acme.example', name: 'Acme Support' },
    },
    {
      title: 'An account whose name may not be read',
      input: {},
      output: { email: 'lena-fischer@acme.example', name: 'lena-fischer@acme.example' },
    },
  ],
})
