import 'server-only'
import { z } from 'zod'
import { lookupLimit } from '../../net/lookup-limit'
import type { JiraClient } from './client'
import { isKey, keyPropertyName } from './effect-key'

const bare = z.object({
  id: z.string(),
  key: z.string(),
  self: z.string(),
  properties: z.record(z.string(), z.unknown()).default({}),
})

type Bare = z.output<typeof bare>

const page = z.object({ issues: z.array(bare), nextPageToken: z.string().nullish() })
const fetched = z.object({ issues: z.array(bare) })

/** Pages of 100 of the newest issues that a look-up goes through. */
const mostPages = 10
/** How many issues can be newer than all that search knows of. */
const ahead = 100

type Wanted = { readonly project: string; readonly idempotencyKey: string }

/**
 * The issue of a project that bears this key. Search learns of a new issue with a delay, so it proves nothing alone:
 * numbers are given in turn, and those after the newest that search knows are read directly, which has no delay.
 */
export async function findIssue(
  client: JiraClient,
  { project, idempotencyKey }: Wanted,
): Promise<Bare | null> {
  const isWanted = ({ properties }: Bare) => isKey(properties[keyPropertyName], idempotencyKey)
  let newest: string | undefined
  let nextPageToken: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = page.parse(
      await client.jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
        jql: `project = "${project}" ORDER BY key DESC`,
        maxResults: 100,
        fields: ['summary'],
        properties: [keyPropertyName],
        ...(nextPageToken ? { nextPageToken } : {}),
      }),
    )
    const found = answer.issues.find(isWanted)
    if (found) return found
    if (pages === 0) {
      newest = answer.issues[0]?.key
      const beyond = (await issuesAfter(client, newest ?? `${project}-0`)).find(isWanted)
      if (beyond) return beyond
    }
    if (!answer.nextPageToken) return null
    nextPageToken = answer.nextPageToken
  }
  throw lookupLimit(`the project ${project}`)
}

/** The issues with the next numbers, so far as they exist. */
async function issuesAfter({ jira }: JiraClient, newest: string): Promise<readonly Bare[]> {
  const at = newest.lastIndexOf('-')
  const last = Number(newest.slice(at + 1))
  const keys = Array.from({ length: ahead }, (_, index) => `${newest.slice(0, at)}-${last + index + 1}`)
  const answer = await jira.issues.bulkFetchIssues({
    issueIdsOrKeys: keys,
    fields: ['summary'],
    properties: [keyPropertyName],
  })
  return fetched.parse(answer).issues
}
