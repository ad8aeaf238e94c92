import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { hasMarker, withMarker } from '../marker'
import { ownerAndRepo } from '../vendor'
import type { pullCreate } from './create'
import { toPull, vendorPull } from './vendor-pull'

const vendorRepository = z.object({ default_branch: z.string() })

export const behaviour: Behaviour<typeof pullCreate, Octokit> = {
  async run({ input: { repo, head, base, title, body = '', draft = false }, client, idempotencyKey }) {
    const place = ownerAndRepo(repo)
    const { data } = await client.rest.pulls.create({
      ...place,
      head,
      base: base ?? vendorRepository.parse((await client.rest.repos.get(place)).data).default_branch,
      title,
      body: withMarker(body, idempotencyKey),
      draft,
    })
    return toPull(repo, data)
  },

  // A branch has a handful of pull requests in its life, and each is told by the key in its body.
  async lookup({ input: { repo, head }, client, idempotencyKey }) {
    const place = ownerAndRepo(repo)
    const { data } = await client.rest.pulls.list({
      ...place,
      head: `${place.owner}:${head}`,
      state: 'all',
      per_page: 100,
    })
    const found = z
      .array(vendorPull)
      .parse(data)
      .find(({ body }) => hasMarker(body, idempotencyKey))
    return found ? toPull(repo, found) : null
  },
}
