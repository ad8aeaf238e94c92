import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasMarker, withMarker, withoutMarker } from '../marker'
import { ownerAndRepo } from '../vendor'
import type { reviewCreate } from './create'

type Input = z.output<(typeof reviewCreate)['input']>

const events = { approve: 'APPROVE', request_changes: 'REQUEST_CHANGES', comment: 'COMMENT' } as const

const vendorReview = z.object({
  id: z.number(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  html_url: z.string(),
})

const mostPages = 10

export const behaviour: Behaviour<typeof reviewCreate, Octokit> = {
  async run({ input, client, idempotencyKey }) {
    const { repo, number, verdict, body = '', sha } = input
    if (verdict !== 'approve' && !body.trim()) throw hasNoWords()
    const { data } = await client.rest.pulls.createReview({
      ...ownerAndRepo(repo),
      pull_number: number,
      event: events[verdict],
      body: withMarker(body, idempotencyKey),
      ...(sha ? { commit_id: sha } : {}),
    })
    return toReview(input, vendorReview.parse(data))
  },

  async lookup({ input, client, idempotencyKey }) {
    for (let page = 1; page <= mostPages; page += 1) {
      const { data } = await client.rest.pulls.listReviews({
        ...ownerAndRepo(input.repo),
        pull_number: input.number,
        per_page: 100,
        page,
      })
      const reviews = z.array(vendorReview).parse(data)
      const found = reviews.find(({ body }) => hasMarker(body, idempotencyKey))
      if (found) return toReview(input, found)
      if (reviews.length < 100) return null
    }
    throw lookupLimit(`${input.repo}#${input.number}`)
  },
}

function toReview({ repo, number, verdict }: Input, review: z.infer<typeof vendorReview>) {
  return {
    review_id: review.id,
    repo,
    number,
    verdict,
    body: withoutMarker(review.body),
    author: review.user?.login ?? 'ghost',
    url: review.html_url,
  }
}

function hasNoWords(): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.body',
    message: 'Only an approval may do without words. Write the review.',
  })
}
