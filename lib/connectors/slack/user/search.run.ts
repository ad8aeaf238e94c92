import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { userSearch } from './search'
import { toUser, vendorUser } from './user'

const page = z.object({
  members: z.array(vendorUser),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/** Slack’s own helper, which is in every workspace and marked as no bot. */
const slackbot = 'USLACKBOT'

/** Pages of 200 that are looked through for a name. */
const mostPages = 20

export const behaviour: Behaviour<typeof userSearch, WebClient> = {
  async run({ input: { query, apps = false, limit = 100 }, client }) {
    const words = query?.trim().replace(/^@/, '').toLowerCase() ?? ''
    const found: ReturnType<typeof toUser>[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < mostPages && found.length < limit; pages += 1) {
      const answer = page.parse(await client.users.list({ limit: 200, ...(cursor ? { cursor } : {}) }))
      found.push(
        ...answer.members
          .filter(({ id, deleted, is_bot }) => !deleted && (apps || !(is_bot || id === slackbot)))
          .map(toUser)
          .filter((user) => `${user.name} ${user.full_name} ${user.role}`.toLowerCase().includes(words)),
      )
      cursor = answer.response_metadata?.next_cursor
      if (!cursor) break
    }
    const users = found.slice(0, limit)
    return { users, count: users.length }
  },
}
