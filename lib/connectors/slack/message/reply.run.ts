import 'server-only'
import type { WebClient } from '@slack/web-api'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasKey, keyMetadata } from '../effect-key'
import { plainMentions } from '../plain-mentions'
import { vendorPage, vendorPosted } from '../vendor'
import type { messageReply } from './reply'

/** Pages of 100 replies that a look-up goes through. Slack gives the oldest first. */
const mostPages = 20

export const behaviour: Behaviour<typeof messageReply, WebClient> = {
  async run({ input, client, idempotencyKey }) {
    const text = plainMentions(input.text, input.mentions)
    const answer = await client.chat.postMessage({
      channel: input.channel,
      thread_ts: input.thread,
      text,
      unfurl_links: false,
      unfurl_media: false,
      metadata: keyMetadata(idempotencyKey),
    })
    const { channel, ts } = vendorPosted.parse(answer)
    return { channel, ts, thread: input.thread, text }
  },

  async lookup({ input: { channel, thread }, client, idempotencyKey }) {
    let cursor: string | undefined
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = vendorPage.parse(
        await client.conversations.replies({
          channel,
          ts: thread,
          limit: 100,
          include_all_metadata: true,
          ...(cursor ? { cursor } : {}),
        }),
      )
      const found = page.messages.find(({ metadata }) => hasKey(metadata, idempotencyKey))
      if (found) return { channel, ts: found.ts, thread, text: found.text }
      cursor = page.response_metadata?.next_cursor
      if (!cursor) return null
    }
    throw lookupLimit('this thread')
  },
}
