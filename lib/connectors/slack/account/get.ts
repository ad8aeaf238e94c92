import { z } from 'zod'
import { defineAction } from '../../contract'

export const accountGet = defineAction({
  id: 'slack.account.get',
  title: 'Get the connected workspace',
  summary: 'Says which Slack workspace and user this connection acts as.',
  guidance: 'Use this to learn in whose name messages are posted. It changes nothing.',
  effect: 'read',
  outward: false,
  trust: 'trusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({}),
  output: z.object({
    team: z.string().meta({ title: 'Slack workspace' }),
    user: z.string().meta({ title: 'User name' }),
    url: z.string().meta({ title: 'Address' }),
  }),
  preview: () => 'Read which Slack workspace is connected',
  examples: [
    { title: 'A bot', input: {}, output: { team: 'Acme', user: 'handrail', url: 'https://acme.slack.com/' } },
    { title: 'A person', input: {}, output: { team: 'Acme', user: 'lena', url: 'https://acme.slack.com/' } },
  ],
})
