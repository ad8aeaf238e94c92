import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { toWords } from '../to-words'
import { vendorPosted } from '../vendor'
import type { messageUpdate } from './update'

export const behaviour: Behaviour<typeof messageUpdate, WebClient> = {
  async run({ input, client }) {
    const words = toWords(input)
    // Without an empty list the message's earlier blocks would stay and hide the new text. Its key stays as it is.
    const answer = await client.chat.update({ channel: input.channel, ts: input.ts, blocks: [], ...words })
    const { channel, ts } = vendorPosted.parse(answer)
    return { channel, ts, text: words.text }
  },
}
