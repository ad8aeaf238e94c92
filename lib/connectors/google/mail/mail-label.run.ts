import 'server-only'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { mailLabel } from './mail-label'
import { toLabels } from './vendor'

export const behaviour: Behaviour<typeof mailLabel, GoogleClient> = {
  async run({ input: { mail: id, add = [], remove = [] }, client }) {
    const { messages } = (await client.gmail()).users
    const requestBody = { addLabelIds: add, removeLabelIds: remove }
    return toLabels((await messages.modify({ userId: 'me', id, requestBody })).data)
  },
}
