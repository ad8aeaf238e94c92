import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { pullMerge } from './merge'
import { toPull } from './vendor-pull'

const vendorMerged = z.object({ merge_commit_sha: z.string() })
const vendorMerge = z.object({ sha: z.string(), merged: z.literal(true) })

export const behaviour: Behaviour<typeof pullMerge, Octokit> = {
  async run({ input: { repo, number, sha, method = 'merge', title }, client }) {
    const place = { ...ownerAndRepo(repo), pull_number: number }
    const { data: found } = await client.rest.pulls.get(place)
    const { state, head, head_sha, base } = toPull(repo, found)
    if (head_sha !== sha) throw hasMoved(number)
    const merged = { repo, number, head_sha, head, base }
    if (state === 'merged') return { ...merged, sha: vendorMerged.parse(found).merge_commit_sha }
    const { data } = await client.rest.pulls.merge({
      ...place,
      sha,
      merge_method: method,
      ...(title ? { commit_title: title } : {}),
    })
    return { ...merged, sha: vendorMerge.parse(data).sha }
  },
}

function hasMoved(number: number): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    field: 'input.sha',
    message: `Pull request #${number} has other commits than the one named, and nothing was merged. Look at it again, then merge it at its present commit.`,
  })
}
