import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import type { messageDelete } from './delete'

export const behaviour: Behaviour<typeof messageDelete, WebClient> = {
  async run({ input: { channel, ts }, client }) {
    try {
      await client.chat.delete({ channel, ts })
    } catch (error) {
      if (!isRefusal(error, ['message_not_found'])) throw error
    }
    return { channel, ts }
  },
}
