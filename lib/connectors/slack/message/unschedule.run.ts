import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import type { messageUnschedule } from './unschedule'

export const behaviour: Behaviour<typeof messageUnschedule, WebClient> = {
  async run({ input: { channel, scheduled }, client }) {
    try {
      await client.chat.deleteScheduledMessage({ channel, scheduled_message_id: scheduled })
    } catch (error) {
      if (!isRefusal(error, ['invalid_scheduled_message_id'])) throw error
    }
    return { channel, scheduled }
  },
}
