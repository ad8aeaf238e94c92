import { z } from 'zod'
import { defineAction } from '../../contract'
import { channelField, userField } from '../fields'

export const channelInvite = defineAction({
  id: 'slack.channel.invite',
  title: 'Invite people to a channel',
  summary: 'Adds people to a channel in which the app is. Who is there already stays there.',
  guidance: 'Use this to bring in those who must act. They are notified: invite nobody without a reason.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['channels:manage'],
  input: z.strictObject({
    channel: channelField,
    users: z.array(userField).min(1).max(50).meta({
      title: 'People',
      description: 'Their ids, at most 50.',
      placeholder: 'U0123456789',
      control: 'tags',
      pick: 'slack.user.search',
      destination: true,
    }),
  }),
  output: z.object({
    channel: z.string().meta({ title: 'Channel id' }),
    users: z.array(z.string()).meta({ title: 'User ids' }),
  }),
  preview: ({ channel, users }, names) =>
    `Invite ${users.length === 1 ? (names?.users ?? users[0]) : `${users.length} people`} to ${names?.channel ?? channel}`.slice(
      0,
      120,
    ),
  examples: [
    {
      title: 'One person',
      input: { channel: 'C000000004', users: ['U000000004'] },
      output: { channel: 'C000000004', users: ['U000000004'] },
    },
    {
      title: 'Two people',
      input: { channel: 'C000000004', users: ['U000000004', 'U000000005'] },
      output: { channel: 'C000000004', users: ['U000000004', 'U000000005'] },
    },
  ],
})
