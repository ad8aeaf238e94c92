import { z } from 'zod'
import { defineAction } from '../../contract'
import { channelField, emojiField, ownMessageField } from '../fields'
import { emojiName, reactionOutput } from './reaction'

export const reactionRemove = defineAction({
  id: 'slack.reaction.remove',
  title: 'Take a reaction away',
  summary: 'Takes an emoji away that this connection put under a message.',
  guidance: 'Use this to take back a sign that you gave and that is true no longer.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['reactions:write'],
  undo: 'slack.reaction.add',
  input: z.strictObject({ channel: channelField, ts: ownMessageField, emoji: emojiField }),
  output: reactionOutput,
  preview: ({ channel, ts, emoji }, names) =>
    `Take away :${emojiName(emoji)}: at the message ${ts} in ${names?.channel ?? channel}`.slice(0, 120),
  examples: [
    {
      title: 'Seen',
      input: { channel: 'C000000003', ts: '1762075200.000100', emoji: 'eyes' },
      output: { channel: 'C000000003', ts: '1762075200.000100', emoji: 'eyes' },
    },
    {
      title: 'Done, with colons',
      input: { channel: 'C000000003', ts: '1762075200.000100', emoji: ':white_check_mark:' },
      output: { channel: 'C000000003', ts: '1762075200.000100', emoji: 'white_check_mark' },
    },
  ],
})
