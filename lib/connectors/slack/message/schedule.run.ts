import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { keyMetadata } from '../effect-key'
import { toWords } from '../to-words'
import type { messageSchedule } from './schedule'

const scheduled = z.object({
  channel: z.string(),
  scheduled_message_id: z.string(),
  post_at: z.coerce.number(),
})

export const behaviour: Behaviour<typeof messageSchedule, WebClient> = {
  async run({ input, client, idempotencyKey }) {
    const words = toWords(input)
    const answer = await client.chat.scheduleMessage({
      channel: input.channel,
      post_at: Math.floor(Date.parse(input.at) / 1000),
      ...words,
      ...(input.thread ? { thread_ts: input.thread } : {}),
      unfurl_links: false,
      unfurl_media: false,
      metadata: keyMetadata(idempotencyKey),
    })
    const { channel, scheduled_message_id, post_at } = scheduled.parse(answer)
    const at = new Date(post_at * 1000).toISOString()
    return { channel, scheduled: scheduled_message_id, at, text: words.text }
  },
}
