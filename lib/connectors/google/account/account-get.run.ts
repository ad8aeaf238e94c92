import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { accountGet } from './account-get'

const profile = z.object({ email: z.string(), name: z.string().nullish() })

export const behaviour: Behaviour<typeof accountGet, GoogleClient> = {
  async run({ client }) {
    const account = await client.account()
    const { email, name } = profile.parse((await account.userinfo.get()).data)
    return { email, name: name || email }
  },
}
