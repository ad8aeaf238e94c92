import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { Behaviour } from '../../contract'
import { timeOf, vendorPage } from '../vendor'
import type { messageList } from './list'

export const behaviour: Behaviour<typeof messageList, WebClient> = {
  async run({ input: { channel, thread, since, until, limit = 15 }, client }) {
    const span = {
      ...(since ? { oldest: secondsOf(since) } : {}),
      ...(until ? { latest: secondsOf(until) } : {}),
      inclusive: true,
    }
    const answer = thread
      ? await client.conversations.replies({ channel, ts: thread, limit, ...span })
      : await client.conversations.history({ channel, limit, ...span })
    const messages = vendorPage
      .parse(answer)
      .messages.slice(0, limit)
      .map((message) => ({
        ts: message.ts,
        thread: message.thread_ts ?? message.ts,
        user: message.user ?? message.bot_id ?? '',
        text: message.text,
        replies: message.reply_count,
        at: timeOf(message.ts),
      }))
    return { messages, count: messages.length }
  },
}

/** A moment as Slack counts it. */
function secondsOf(moment: string): string {
  return (Date.parse(moment) / 1000).toFixed(6)
}
