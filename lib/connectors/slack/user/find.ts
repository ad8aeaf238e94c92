import { z } from 'zod'
import { defineAction } from '../../contract'
import { userOutput } from './user'

export const userFind = defineAction({
  id: 'slack.user.find',
  title: 'Find a person by e-mail',
  summary: 'Finds the person in Slack who has this e-mail address.',
  guidance:
    'Use this to get from an address in another service to the person in Slack. Look whether one was found.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['users:read.email', 'users:read'],
  input: z.strictObject({
    email: z
      .email('Write one e-mail address.')
      .max(254)
      .meta({ title: 'E-mail', placeholder: 'lena@example.com', control: 'text' }),
  }),
  output: z.object({ found: z.boolean().meta({ title: 'Found' }), ...userOutput.shape }),
  preview: ({ email }) => `Find ${email} in Slack`.slice(0, 120),
  examples: [
    {
      title: 'Somebody of the company',
      input: { email: 'lena-fischer@acme.example' },
      output: {
        found: true,
        id: 'U000000002',
        name: 'lena-fischer',
        full_name: 'Lena Fischer',
        email: 'lena-fischer@acme.example',
        role: 'Support lead',
        is_bot: false,
      },
    },
    {
      title: 'Nobody',
      input: { email: 'nobody@elsewhere.example' },
      output: { found: false, id: '', name: '', full_name: '', email: '', role: '', is_bot: false },
    },
  ],
})
