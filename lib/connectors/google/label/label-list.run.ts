import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { labelList } from './label-list'

const answer = z.object({
  labels: z.array(z.object({ id: z.string(), name: z.string(), type: z.string().optional() })).default([]),
})

export const behaviour: Behaviour<typeof labelList, GoogleClient> = {
  async run({ client }) {
    const { data } = await (await client.gmail()).users.labels.list({ userId: 'me' })
    const labels = answer.parse(data).labels.map(({ id, name, type }) => ({
      label_id: id,
      name,
      is_own: type === 'user',
    }))
    return { labels, count: labels.length }
  },
}
