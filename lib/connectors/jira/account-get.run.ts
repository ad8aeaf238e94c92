import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { accountGet } from './account-get'
import type { JiraClient } from './client'

const account = z.object({
  accountId: z.string(),
  displayName: z.string().default(''),
  emailAddress: z.string().nullish(),
})

export const behaviour: Behaviour<typeof accountGet, JiraClient> = {
  async run({ client: { jira } }) {
    const { accountId, displayName, emailAddress } = account.parse(await jira.myself.getCurrentUser())
    return { account_id: accountId, name: displayName, email: emailAddress ?? '' }
  },
}
