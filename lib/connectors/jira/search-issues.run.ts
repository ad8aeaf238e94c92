import 'server-only'
import { z } from 'zod'
import type { JiraClient } from './client'
import { issueFields, toIssue } from './vendor'

const answer = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish() })

/** Asks a question and gives the first issues that it finds, in its order. */
export async function searchIssues(
  { jira, site }: JiraClient,
  { jql, limit }: { jql: string; limit: number },
) {
  const { issues, nextPageToken } = answer.parse(
    await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
      jql,
      maxResults: limit,
      fields: issueFields,
    }),
  )
  const found = issues.slice(0, limit).map((issue) => toIssue(issue, site))
  return { issues: found, count: found.length, more: Boolean(nextPageToken) }
}
