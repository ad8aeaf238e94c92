import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasMarker, withMarker } from '../marker'
import { ownerAndRepo, toComment, vendorComment } from '../vendor'
import type { issueComment } from './comment'

/** How many comments of one issue, in hundreds, a look-up goes through. */
const mostPages = 50

export const behaviour: Behaviour<typeof issueComment, Octokit> = {
  async run({ input: { repo, number, body }, client, idempotencyKey }) {
    const { data } = await client.rest.issues.createComment({
      ...ownerAndRepo(repo),
      issue_number: number,
      body: withMarker(body, idempotencyKey),
    })
    return toComment({ repo, number }, data)
  },

  async lookup({ input: { repo, number }, client, idempotencyKey }) {
    for (let page = 1; page <= mostPages; page += 1) {
      const { data } = await client.rest.issues.listComments({
        ...ownerAndRepo(repo),
        issue_number: number,
        per_page: 100,
        page,
      })
      const comments = z.array(vendorComment).parse(data)
      const found = comments.find(({ body }) => hasMarker(body, idempotencyKey))
      if (found) return toComment({ repo, number }, found)
      if (comments.length < 100) return null
    }
    throw lookupLimit(`${repo}#${number}`)
  },
}
