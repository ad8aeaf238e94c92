import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasMarker, withMarker } from '../marker'
import { ownerAndRepo, toIssue, vendorIssue } from '../vendor'
import type { issueCreate } from './create'

/** How many of the newest issues, in hundreds, a look-up goes through. */
const mostPages = 10

export const behaviour: Behaviour<typeof issueCreate, Octokit> = {
  async run({ input, client, idempotencyKey }) {
    const { data } = await client.rest.issues.create({
      ...ownerAndRepo(input.repo),
      title: input.title,
      body: withMarker(input.body ?? '', idempotencyKey),
      ...(input.labels?.length ? { labels: input.labels } : {}),
    })
    return toIssue(input.repo, data)
  },

  async lookup({ input, client, idempotencyKey }) {
    for (let page = 1; page <= mostPages; page += 1) {
      const { data } = await client.rest.issues.listForRepo({
        ...ownerAndRepo(input.repo),
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: 100,
        page,
      })
      const issues = z.array(vendorIssue).parse(data)
      const found = issues.find(({ body }) => hasMarker(body, idempotencyKey))
      if (found) return toIssue(input.repo, found)
      if (issues.length < 100) return null
    }
    throw lookupLimit(`${input.repo}`)
  },
}
