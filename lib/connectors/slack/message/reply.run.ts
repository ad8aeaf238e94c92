import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { keyMetadata } from '../effect-key'
import { findMessage } from '../find-message.run'
import { toWords } from '../to-words'
import { vendorPosted } from '../vendor'
import type { messageReply } from './reply'

export const behaviour: Behaviour<typeof messageReply, WebClient> = {
  async run({ input, client, idempotencyKey }) {
    const words = toWords(input)
    const place = { channel: input.channel, thread_ts: input.thread }
    const answer = await client.chat.postMessage({
      ...(input.broadcast ? { ...place, reply_broadcast: true } : place),
      ...words,
      unfurl_links: false,
      unfurl_media: false,
      metadata: keyMetadata(idempotencyKey),
    })
    const { channel, ts } = vendorPosted.parse(answer)
    return { channel, ts, thread: input.thread, text: words.text }
  },

  async lookup({ input: { channel, thread }, client, idempotencyKey }) {
    const found = await findMessage({ client, channel, thread }, idempotencyKey)
    return found && { channel, ts: found.ts, thread, text: found.text }
  },
}
