import 'server-only'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueSearch } from './issue-search'
import { searchIssues } from './search-issues.run'
import { toJql } from './to-jql'

export const behaviour: Behaviour<typeof issueSearch, JiraClient> = {
  run: ({ input, client }) => searchIssues(client, { jql: toJql(input), limit: input.limit ?? 30 }),
}
