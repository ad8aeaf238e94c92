import { z } from 'zod'

/** Of Slack's answers only what is used. An answer without it is no answer of Slack. */
const vendorMessage = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().default(''),
  reply_count: z.number().default(0),
  metadata: z.unknown().optional(),
})

export const vendorPage = z.object({
  messages: z.array(vendorMessage),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

export const vendorPosted = z.object({ channel: z.string(), ts: z.string() })

/** Seconds with a counter, as Slack numbers messages, to a time. */
export function timeOf(ts: string): string {
  return new Date(Number(ts) * 1000).toISOString()
}
