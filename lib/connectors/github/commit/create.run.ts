import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import { lookupLimit } from '../../../net/lookup-limit'
import type { Behaviour } from '../../contract'
import { hasTrailer, withoutTrailer, withTrailer } from '../marker'
import { ownerAndRepo } from '../vendor'
import type { commitCreate } from './create'

type Input = z.output<(typeof commitCreate)['input']>

const vendorRef = z.object({ object: z.object({ sha: z.string() }) })
const vendorTree = z.object({ sha: z.string() })
const vendorCommit = z.object({ sha: z.string(), tree: z.object({ sha: z.string() }) })
const parents = z.array(z.object({ sha: z.string() }))
const vendorMade = z.object({ sha: z.string(), html_url: z.string(), message: z.string(), parents })
const vendorEntry = vendorMade.omit({ message: true }).extend({ commit: z.object({ message: z.string() }) })

/** How many of a branch's newest commits, in hundreds, a look-up goes through. */
const mostPages = 10

/**
 * 1. Where does the branch stand? 2. A tree with the changed files. 3. A commit upon it, with the key in its message.
 * 4. The branch moves to it. Until the last step nothing can be seen, and it fails when the branch has moved meanwhile.
 */
export const behaviour: Behaviour<typeof commitCreate, Octokit> = {
  async run({ input, client, idempotencyKey }) {
    const place = ownerAndRepo(input.repo)
    const ref = `heads/${input.branch}`
    const tip = vendorRef.parse((await client.rest.git.getRef({ ...place, ref })).data).object.sha
    if (input.base && input.base !== tip) throw hasMoved(input)
    const before = vendorCommit.parse((await client.rest.git.getCommit({ ...place, commit_sha: tip })).data)
    const { data: tree } = await client.rest.git.createTree({
      ...place,
      base_tree: before.tree.sha,
      tree: [
        ...input.files.map(({ path, content }) => ({ ...blob, path, content })),
        ...(input.deletions ?? []).map((path) => ({ ...blob, path, sha: null })),
      ],
    })
    const { data: commit } = await client.rest.git.createCommit({
      ...place,
      message: withTrailer(input.message, idempotencyKey),
      tree: vendorTree.parse(tree).sha,
      parents: [tip],
    })
    const made = vendorMade.parse(commit)
    const moved = await client.rest.git.updateRef({ ...place, ref, sha: made.sha, force: false })
    vendorRef.parse(moved.data)
    return toOutput(input, made)
  },

  async lookup({ input, client, idempotencyKey }) {
    for (let page = 1; page <= mostPages; page += 1) {
      const { data } = await client.rest.repos.listCommits({
        ...ownerAndRepo(input.repo),
        sha: input.branch,
        per_page: 100,
        page,
      })
      const commits = z.array(vendorEntry).parse(data)
      const found = commits.find(({ commit }) => hasTrailer(commit.message, idempotencyKey))
      if (found) return toOutput(input, { ...found, message: found.commit.message })
      if (commits.length < 100) return null
    }
    throw lookupLimit(`${input.repo} at ${input.branch}`)
  },
}

const blob = { mode: '100644', type: 'blob' } as const

function toOutput({ repo, branch, files, deletions = [] }: Input, commit: z.infer<typeof vendorMade>) {
  return {
    repo,
    branch,
    sha: commit.sha,
    base_sha: commit.parents[0]?.sha ?? '',
    message: withoutTrailer(commit.message),
    paths: [...files.map(({ path }) => path), ...deletions],
    url: commit.html_url,
  }
}

function hasMoved({ branch }: Input): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    field: 'input.base',
    message: `The branch “${branch}” has moved since the named commit, and nothing was written. Read its files again, then commit.`,
  })
}
