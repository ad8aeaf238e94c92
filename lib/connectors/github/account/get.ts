import { z } from 'zod'
import { defineAction } from '../../contract'

export const accountGet = defineAction({
  id: 'github.account.get',
  title: 'Get the connected account',
  summary: 'Says which GitHub account this connection acts as.',
  guidance: 'Use this to learn whose name is on what you write. It changes nothing.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({}),
  output: z.object({
    login: z.string().meta({ title: 'User name' }),
    name: z.string().meta({ title: 'Name' }),
    url: z.string().meta({ title: 'Address' }),
  }),
  preview: () => 'Read which GitHub account is connected',
  examples: [
    {
      title: 'A person’s account',
      input: {},
      output: { login: 'lena-fischer', name: 'Lena Fischer', url: 'https://github.com/lena-fischer' },
    },
    {
      title: 'An account without a name',
      input: {},
      output: { login: 'acme-bot', name: 'acme-bot', url: 'https://github.com/acme-bot' },
    },
  ],
})
