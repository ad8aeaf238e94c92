import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'

export const channelList = defineAction({
  id: 'slack.channel.list',
  title: 'List channels',
  summary: 'Lists the public channels of the workspace, by name.',
  guidance: 'Use this to find the id of a channel whose name you know.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: ['channels:read'],
  input: z.strictObject({
    query: z
      .string()
      .max(80)
      .optional()
      .meta({ title: 'Words', description: 'Part of the name.', placeholder: 'support', control: 'text' }),
    limit: z
      .number()
      .int()
      .min(1)
      .max(200)
      .optional()
      .meta({ title: 'At most', description: '100 when empty.', control: 'number' }),
  }),
  output: z.object({
    channels: z
      .array(
        z.object({
          id: z.string().meta({ title: 'Channel id' }),
          name: z.string().meta({ title: 'Name' }),
          topic: z.string().meta({ title: 'Topic' }),
          members: z.number().int().meta({ title: 'Number of members' }),
        }),
      )
      .meta({ title: 'Channels' }),
    count: z.number().int().meta({ title: 'How many' }),
  }),
  preview: ({ query }) =>
    query ? `List Slack channels named like “${shorten(query, 60)}”` : 'List Slack channels',
  examples: [
    {
      title: 'By part of the name',
      input: { query: 'support' },
      output: {
        channels: [{ id: 'C000000003', name: 'support', topic: 'Questions from customers', members: 5 }],
        count: 1,
      },
    },
    {
      title: 'Nothing found',
      input: { query: 'no-such-channel', limit: 5 },
      output: { channels: [], count: 0 },
    },
  ],
  choices: ({ channels }) =>
    channels.map(({ id, name, topic }) => ({
      value: id,
      label: `#${name}`,
      ...(topic ? { hint: topic } : {}),
    })),
})
