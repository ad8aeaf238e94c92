import 'server-only'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { accountGet } from './get'

const identity = z.object({ team: z.string(), user: z.string(), url: z.string() })

export const behaviour: Behaviour<typeof accountGet, WebClient> = {
  async run({ client }) {
    return identity.parse(await client.auth.test())
  },
}
