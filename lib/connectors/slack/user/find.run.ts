import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { isRefusal } from '../is-refusal'
import type { userFind } from './find'
import { toUser, vendorUser } from './user'

const answered = z.object({ user: vendorUser })
const nobody = { found: false, id: '', name: '', full_name: '', email: '', role: '', is_bot: false }

export const behaviour: Behaviour<typeof userFind, WebClient> = {
  async run({ input: { email }, client }) {
    try {
      const { user } = answered.parse(await client.users.lookupByEmail({ email }))
      return { found: true, ...toUser(user) }
    } catch (error) {
      if (isRefusal(error, ['users_not_found'])) return nobody
      throw error
    }
  },
}
