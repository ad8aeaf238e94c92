import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { mailArchive } from './mail-archive'
import { toLabels } from './vendor'

export const behaviour: Behaviour<typeof mailArchive, GoogleClient> = {
  async run({ input: { mail: id }, client }) {
    const { messages } = (await client.gmail()).users
    const requestBody = { removeLabelIds: ['INBOX'] }
    return toLabels((await messages.modify({ userId: 'me', id, requestBody })).data)
  },
}
