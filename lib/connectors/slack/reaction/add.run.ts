import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import type { reactionAdd } from './add'
import { emojiName } from './reaction'

export const behaviour: Behaviour<typeof reactionAdd, WebClient> = {
  async run({ input: { channel, ts, emoji }, client }) {
    const name = emojiName(emoji)
    try {
      await client.reactions.add({ channel, timestamp: ts, name })
    } catch (error) {
      if (!isRefusal(error, ['already_reacted'])) throw error
    }
    return { channel, ts, emoji: name }
  },
}
