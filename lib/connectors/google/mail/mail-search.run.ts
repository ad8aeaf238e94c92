import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { mailSearch } from './mail-search'
import { toSummary, vendorMail } from './vendor'

const page = z.object({ messages: z.array(z.object({ id: z.string() })).default([]) })

/** Gmail lists ids only. So many mails are asked for at the same time. */
const atOnce = 5

export const behaviour: Behaviour<typeof mailSearch, GoogleClient> = {
  async run({ input: { query, limit = 10 }, client }) {
    const { messages } = (await client.gmail()).users
    const list = await messages.list({ userId: 'me', maxResults: limit, ...(query ? { q: query } : {}) })
    const ids = page.parse(list.data).messages.map(({ id }) => id)
    const mails = []
    for (let start = 0; start < ids.length; start += atOnce) {
      const answers = ids.slice(start, start + atOnce).map((id) =>
        messages.get({
          userId: 'me',
          id,
          format: 'metadata',
          metadataHeaders: ['From', 'To', 'Subject'],
        }),
      )
      for (const { data } of await Promise.all(answers)) mails.push(toSummary(vendorMail.parse(data)))
    }
    return { mails, count: mails.length }
  },
}
