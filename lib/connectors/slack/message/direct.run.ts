import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { keyMetadata } from '../effect-key'
import { findMessage } from '../find-message.run'
import { isRefusal } from '../is-refusal'
import { toWords } from '../to-words'
import { vendorPosted } from '../vendor'
import type { messageDirect } from './direct'

const opened = z.object({ channel: z.object({ id: z.string() }) })

export const behaviour: Behaviour<typeof messageDirect, WebClient> = {
  async run({ input, client, idempotencyKey }) {
    const words = toWords(input)
    const { channel: place } = opened.parse(await client.conversations.open({ users: input.user }))
    const answer = await client.chat.postMessage({
      channel: place.id,
      ...words,
      unfurl_links: false,
      unfurl_media: false,
      metadata: keyMetadata(idempotencyKey),
    })
    const { channel, ts } = vendorPosted.parse(answer)
    return { channel, ts, thread: ts, text: words.text }
  },

  async lookup({ input: { user }, client, idempotencyKey }) {
    const channel = await existing(client, user)
    if (!channel) return null
    const found = await findMessage({ client, channel }, idempotencyKey)
    return found && { channel, ts: found.ts, thread: found.ts, text: found.text }
  },
}

/** The conversation with a person, if there ever was one. */
async function existing(client: WebClient, user: string): Promise<string | null> {
  try {
    const answer = await client.conversations.open({ users: user, prevent_creation: true })
    return opened.parse(answer).channel.id
  } catch (error) {
    if (isRefusal(error, ['channel_not_found'])) return null
    throw error
  }
}
