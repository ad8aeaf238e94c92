import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { userSearch } from './user-search'

const answer = z.array(
  z.object({
    accountId: z.string(),
    accountType: z.string().default('atlassian'),
    active: z.boolean().default(true),
    displayName: z.string().default(''),
    emailAddress: z.string().nullish(),
  }),
)

export const behaviour: Behaviour<typeof userSearch, JiraClient> = {
  async run({ input: { query, limit = 30 }, client: { jira } }) {
    const found = answer.parse(
      await jira.userSearch.findUsers({ query: query?.trim() ?? '', maxResults: 200 }),
    )
    const people = found
      // Apps have accounts too, and so have those who left.
      .filter(({ accountType, active }) => accountType === 'atlassian' && active)
      .slice(0, limit)
      .map(({ accountId, displayName, emailAddress }) => ({
        account_id: accountId,
        name: displayName,
        email: emailAddress ?? '',
      }))
    return { people, count: people.length }
  },
}
