import { z } from 'zod'
import { defineAction } from '../../contract'
import { channelField, emojiField, ownMessageField } from '../fields'
import { emojiName, reactionOutput } from './reaction'

export const reactionAdd = defineAction({
  id: 'slack.reaction.add',
  title: 'React to a message',
  summary: 'Puts an emoji under a message, in the name of this connection.',
  guidance: 'Use this for a small sign, such as “seen” or “done”, where a reply would be too much.',
  effect: 'write',
  outward: true,
  trust: 'trusted',
  repeat: 'safe',
  scopes: ['reactions:write'],
  undo: 'slack.reaction.remove',
  input: z.strictObject({ channel: channelField, ts: ownMessageField, emoji: emojiField }),
  output: reactionOutput,
  preview: ({ channel, ts, emoji }, names) =>
    `React with :${emojiName(emoji)}: at the message ${ts} in ${names?.channel ?? channel}`.slice(0, 120),
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
