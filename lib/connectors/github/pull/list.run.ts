import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { pullList } from './list'
import { toPull } from './vendor-pull'

export const behaviour: Behaviour<typeof pullList, Octokit> = {
  async run({ input: { repo, state = 'open', head, base, limit = 30 }, client }) {
    const place = ownerAndRepo(repo)
    const { data } = await client.rest.pulls.list({
      ...place,
      state,
      per_page: limit,
      ...(head ? { head: `${place.owner}:${head}` } : {}),
      ...(base ? { base } : {}),
    })
    const pulls = z
      .array(z.unknown())
      .parse(data)
      .map((pull) => toPull(repo, pull))
    return { pulls, count: pulls.length }
  },
}
