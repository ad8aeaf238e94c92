import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import { emojiName } from './reaction'
import type { reactionRemove } from './remove'

export const behaviour: Behaviour<typeof reactionRemove, WebClient> = {
  async run({ input: { channel, ts, emoji }, client }) {
    const name = emojiName(emoji)
    try {
      await client.reactions.remove({ channel, timestamp: ts, name })
    } catch (error) {
      if (!isRefusal(error, ['no_reaction'])) throw error
    }
    return { channel, ts, emoji: name }
  },
}
