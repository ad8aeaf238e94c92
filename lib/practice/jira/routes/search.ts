import { z } from 'zod'
import type { JiraCall, routesOf } from '../call'
import { searchIssues } from '../jql/search-issues'
import { JiraRefusal } from '../refusal'
import { showIssue } from '../show'
import type { JiraIssue } from '../state'

/** Real search learns of a new issue a moment after it is made. So does this. */
export const indexDelay = 1_000

const names = z.array(z.string())

const question = z.object({
  jql: z.string().default(''),
  fields: names.default([]),
  properties: names.default([]),
  reconcileIssues: z.array(z.number()).default([]),
  maxResults: z.number().int().min(1).max(5000).default(50),
  nextPageToken: z.string().nullish(),
})

export function searchRoutes(on: ReturnType<typeof routesOf>): void {
  on('post', '/rest/api/3/search/jql', async (call) => search(call, await call.body(question)))
  on('get', '/rest/api/3/search/jql', (call) => {
    const list = (name: string) => call.query(name)?.split(',') ?? []
    return search(call, {
      jql: call.query('jql') ?? '',
      fields: list('fields'),
      properties: list('properties'),
      reconcileIssues: list('reconcileIssues').map(Number),
      maxResults: Number(call.query('maxResults') ?? 50),
      nextPageToken: call.query('nextPageToken'),
    })
  })
  on('post', '/rest/api/3/issue/bulkfetch', async (call) => {
    const asked = z.object({
      issueIdsOrKeys: names.max(100),
      fields: names.default([]),
      properties: names.default([]),
    })
    const { issueIdsOrKeys, ...parts } = await call.body(asked)
    const found = call.state.issues.filter(
      ({ id, key }) => issueIdsOrKeys.includes(id) || issueIdsOrKeys.includes(key),
    )
    return { issues: found.map((issue) => showIssue(issue, call, parts)), issueErrors: [] }
  })
}

function search(call: JiraCall, { jql, maxResults, nextPageToken, ...parts }: z.output<typeof question>) {
  // Real search wants at least one condition.
  if (jql.trim() === '' || /^\s*order\s+by/i.test(jql)) {
    throw new JiraRefusal(400, {
      general: 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    })
  }
  const now = Date.parse(call.now)
  const isIndexed = ({ id, created }: JiraIssue) =>
    now - Date.parse(created) >= indexDelay || parts.reconcileIssues.includes(Number(id))
  const found = searchIssues(call.state, jql, { accountId: call.accountId, now }).filter(isIndexed)
  const start = nextPageToken ? Number(Buffer.from(nextPageToken, 'base64url').toString()) : 0
  if (!Number.isInteger(start))
    throw new JiraRefusal(400, { general: 'The provided next page token is invalid.' })
  const end = start + Math.min(maxResults, 100)
  const isLast = end >= found.length
  return {
    issues: found.slice(start, end).map((issue) => showIssue(issue, call, parts)),
    isLast,
    ...(isLast ? {} : { nextPageToken: Buffer.from(String(end)).toString('base64url') }),
  }
}
