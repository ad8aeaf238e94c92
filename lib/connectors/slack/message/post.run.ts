import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { keyMetadata } from '../effect-key'
import { findMessage } from '../find-message.run'
import { toWords } from '../to-words'
import { vendorPosted } from '../vendor'
import type { messagePost } from './post'

export const behaviour: Behaviour<typeof messagePost, WebClient> = {
  async run({ input, client, idempotencyKey }) {
    const words = toWords(input)
    const answer = await client.chat.postMessage({
      channel: input.channel,
      ...words,
      // What a stranger or a model wrote must not make Slack fetch addresses.
      unfurl_links: false,
      unfurl_media: false,
      metadata: keyMetadata(idempotencyKey),
    })
    const { channel, ts } = vendorPosted.parse(answer)
    return { channel, ts, thread: ts, text: words.text }
  },

  async lookup({ input: { channel }, client, idempotencyKey }) {
    const found = await findMessage({ client, channel }, idempotencyKey)
    return found && { channel, ts: found.ts, thread: found.ts, text: found.text }
  },
}
