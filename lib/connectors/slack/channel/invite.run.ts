import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import type { channelInvite } from './invite'

export const behaviour: Behaviour<typeof channelInvite, WebClient> = {
  async run({ input: { channel, users }, client }) {
    const wanted = [...new Set(users)]
    // One at a time: of several, Slack invites none when one is there already.
    for (const user of wanted) {
      try {
        await client.conversations.invite({ channel, users: user })
      } catch (error) {
        if (!isRefusal(error, ['already_in_channel'])) throw error
      }
    }
    return { channel, users: wanted }
  },
}
