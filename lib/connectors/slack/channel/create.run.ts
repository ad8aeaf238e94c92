import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import type { channelCreate } from './create'

const vendorChannel = z.object({ id: z.string(), name: z.string(), creator: z.string().default('') })
const created = z.object({ channel: vendorChannel })
const self = z.object({ user_id: z.string() })
const page = z.object({
  channels: z.array(vendorChannel),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})

/** Pages of 200 that are looked through for a channel whose name is taken. */
const mostPages = 20

export const behaviour: Behaviour<typeof channelCreate, WebClient> = {
  async run({ input: { name, private: isPrivate = false }, client }) {
    try {
      const answer = await client.conversations.create({ name, is_private: isPrivate })
      const { channel } = created.parse(answer)
      return { channel: channel.id, name: channel.name }
    } catch (error) {
      if (!isRefusal(error, ['name_taken'])) throw error
    }
    const mine = await ownChannel(client, name, isPrivate)
    if (mine) return { channel: mine, name }
    throw new HandrailError({
      code: 'conflict',
      who: 'user',
      retry: 'no',
      field: 'input.name',
      message: `Somebody else has a channel #${name} already. Choose another name, or use that channel.`,
    })
  },
}

async function ownChannel(client: WebClient, name: string, isPrivate: boolean): Promise<string | null> {
  const { user_id } = self.parse(await client.auth.test())
  const types = isPrivate ? 'private_channel' : 'public_channel'
  let cursor: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = page.parse(
      await client.conversations.list({
        types,
        exclude_archived: true,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      }),
    )
    const found = answer.channels.find((each) => each.name === name)
    if (found) return found.creator === user_id ? found.id : null
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) return null
  }
  return null
}
