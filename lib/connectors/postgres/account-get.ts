import { z } from 'zod'
import { defineAction } from '../contract'

export const accountGet = defineAction({
  id: 'postgres.account.get',
  title: 'Get the connected user',
  summary: 'Says as which user and to which database this connection speaks.',
  guidance: 'Use this to learn whose rights a query has. It changes nothing.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({}),
  output: z.object({
    user: z.string().meta({ title: 'User' }),
    database: z.string().meta({ title: 'Database' }),
    version: z.string().meta({ title: 'Version of the server' }),
  }),
  preview: () => 'Read which database user is connected',
  examples: [
    {
      title: 'A user who may only read',
      input: {},
      output: { user: 'reporting', database: 'shop', version: '18.4' },
    },
    { title: 'An owner', input: {}, output: { user: 'shop', database: 'shop', version: '16.9' } },
  ],
})
