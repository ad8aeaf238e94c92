import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import { tipOf } from './branch-tip.run'
import type { branchCreate } from './create'

const vendorRef = z.object({ object: z.object({ sha: z.string() }) })
const vendorCommit = z.object({ sha: z.string() })
const vendorComparison = z.object({ ahead_by: z.number() })

export const behaviour: Behaviour<typeof branchCreate, Octokit> = {
  async run({ input: { repo, branch, from = 'HEAD' }, client }) {
    const place = ownerAndRepo(repo)
    const { data: commit } = await client.rest.repos.getCommit({ ...place, ref: from })
    const { sha } = vendorCommit.parse(commit)
    const tip = await tipOf(client, { repo, branch })
    if (tip === null) {
      const made = await client.rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha })
      return { repo, branch, sha: vendorRef.parse(made.data).object.sha }
    }
    // The other branch may have moved on since this one was made from it.
    const basehead = `${sha}...${tip}`
    const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...place, basehead })
    if (vendorComparison.parse(data).ahead_by > 0) throw isTaken(branch)
    return { repo, branch, sha: tip }
  },
}

function isTaken(branch: string): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    field: 'input.branch',
    message: `There is a branch “${branch}” with commits of its own. Choose another name, or delete that branch first.`,
  })
}
