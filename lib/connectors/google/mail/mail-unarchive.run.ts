import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { mailUnarchive } from './mail-unarchive'
import { toLabels } from './vendor'

export const behaviour: Behaviour<typeof mailUnarchive, GoogleClient> = {
  async run({ input: { mail: id }, client }) {
    const { messages } = (await client.gmail()).users
    const requestBody = { addLabelIds: ['INBOX'] }
    return toLabels((await messages.modify({ userId: 'me', id, requestBody })).data)
  },
}
