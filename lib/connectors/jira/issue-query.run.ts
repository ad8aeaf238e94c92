import 'server-only'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueQuery } from './issue-query'
import { searchIssues } from './search-issues.run'

export const behaviour: Behaviour<typeof issueQuery, JiraClient> = {
  run: ({ input: { jql, limit = 30 }, client }) => searchIssues(client, { jql, limit }),
}
