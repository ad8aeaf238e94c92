import { z } from 'zod'
import { defineAction } from '../../contract'

export const channelCreate = defineAction({
  id: 'slack.channel.create',
  title: 'Create a channel',
  summary: 'Makes a new channel. One of this name that this connection made before is given back instead.',
  guidance: 'Use this for a matter that needs a place of its own. Search for a channel that serves first.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  // A name stands once, and Slack knows who made it: the same call again finds what the first one made.
  repeat: 'safe',
  scopes: ['channels:manage', 'channels:read'],
  input: z.strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9_-]{1,80}$/, 'Use lower-case letters, digits, - and _, at most 80.')
      .meta({
        title: 'Name',
        description: 'Without #.',
        placeholder: 'incident-42',
        control: 'text',
        destination: true,
      }),
    private: z.boolean().optional().meta({
      title: 'Private',
      description: 'Only invited people see it. The app then needs groups:write and groups:read as well.',
      control: 'toggle',
    }),
  }),
  output: z.object({
    channel: z.string().meta({ title: 'Channel id' }),
    name: z.string().meta({ title: 'Name' }),
  }),
  preview: ({ name, private: isPrivate }) => `Create the ${isPrivate ? 'private ' : ''}channel #${name}`,
  examples: [
    {
      title: 'For an incident',
      input: { name: 'incident-42' },
      output: { channel: 'C0123456789', name: 'incident-42' },
    },
    {
      title: 'A private one',
      input: { name: 'hiring-spring', private: true },
      output: { channel: 'C0123456790', name: 'hiring-spring' },
    },
  ],
})
