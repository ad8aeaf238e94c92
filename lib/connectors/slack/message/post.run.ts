import 'server-only'
import type { WebClient } from '@slack/web-api'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasKey, keyMetadata } from '../effect-key'
import { plainMentions } from '../plain-mentions'
import { vendorPage, vendorPosted } from '../vendor'
import type { messagePost } from './post'

/** Pages of 100 of the newest messages that a look-up goes through. */
const mostPages = 10

export const behaviour: Behaviour<typeof messagePost, WebClient> = {
  async run({ input, client, idempotencyKey }) {
    const text = plainMentions(input.text, input.mentions)
    const answer = await client.chat.postMessage({
      channel: input.channel,
      text,
      // What a stranger or a model wrote must not make Slack fetch addresses.
      unfurl_links: false,
      unfurl_media: false,
      metadata: keyMetadata(idempotencyKey),
    })
    const { channel, ts } = vendorPosted.parse(answer)
    return { channel, ts, thread: ts, text }
  },

  async lookup({ input: { channel }, client, idempotencyKey }) {
    let cursor: string | undefined
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = vendorPage.parse(
        await client.conversations.history({
          channel,
          limit: 100,
          include_all_metadata: true,
          ...(cursor ? { cursor } : {}),
        }),
      )
      const found = page.messages.find(({ metadata }) => hasKey(metadata, idempotencyKey))
      if (found) return { channel, ts: found.ts, thread: found.ts, text: found.text }
      cursor = page.response_metadata?.next_cursor
      if (!cursor) return null
    }
    throw lookupLimit('this channel')
  },
}
