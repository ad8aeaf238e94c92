import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { channelList } from './list'

const page = z.object({
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      topic: z.object({ value: z.string() }).optional(),
      num_members: z.number().default(0),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/** Pages of 200 that are looked through for a name. */
const mostPages = 10

export const behaviour: Behaviour<typeof channelList, WebClient> = {
  async run({ input: { query, limit = 100 }, client }) {
    const words = query?.trim().replace(/^#/, '').toLowerCase() ?? ''
    const found: z.infer<typeof page>['channels'] = []
    let cursor: string | undefined
    for (let pages = 0; pages < mostPages && found.length < limit; pages += 1) {
      const answer = page.parse(
        await client.conversations.list({
          types: 'public_channel',
          exclude_archived: true,
          limit: 200,
          ...(cursor ? { cursor } : {}),
        }),
      )
      found.push(...answer.channels.filter(({ name }) => name.toLowerCase().includes(words)))
      cursor = answer.response_metadata?.next_cursor
      if (!cursor) break
    }
    const channels = found.slice(0, limit).map(({ id, name, topic, num_members }) => ({
      id,
      name,
      topic: topic?.value ?? '',
      members: num_members,
    }))
    return { channels, count: channels.length }
  },
}
