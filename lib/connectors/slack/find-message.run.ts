import 'server-only'
import type { WebClient } from '@slack/web-api'
import type { z } from 'zod'
import { lookupLimit } from '../../net/lookup-limit'
import { hasKey } from './effect-key'
import { vendorPage } from './vendor'

type Found = z.output<typeof vendorPage>['messages'][number]

type Place = {
  readonly client: WebClient
  readonly channel: string
  /** In one thread, whose oldest replies come first; left out, among the newest messages of the channel. */
  readonly thread?: string
}

/** Pages of 100 that a look-up goes through. */
const mostPages = { channel: 10, thread: 20 }

/** The message that bears this key, or `null` where none does. Too many newer ones prove nothing, and it throws. */
export async function findMessage(
  { client, channel, thread }: Place,
  idempotencyKey: string,
): Promise<Found | null> {
  const common = { channel, limit: 100, include_all_metadata: true }
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages[thread ? 'thread' : 'channel']; pages += 1) {
    const next = cursor ? { cursor } : {}
    const answer = thread
      ? await client.conversations.replies({ ...common, ts: thread, ...next })
      : await client.conversations.history({ ...common, ...next })
    const page = vendorPage.parse(answer)
    const found = page.messages.find(({ metadata }) => hasKey(metadata, idempotencyKey))
    if (found) return found
    cursor = page.response_metadata?.next_cursor
    if (!cursor) return null
  }
  throw lookupLimit(thread ? 'this thread' : 'this channel')
}
