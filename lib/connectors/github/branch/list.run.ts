import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { branchList } from './list'

const vendorBranch = z.object({
  name: z.string(),
  commit: z.object({ sha: z.string() }),
  protected: z.boolean().default(false),
})

export const behaviour: Behaviour<typeof branchList, Octokit> = {
  async run({ input: { repo, limit = 100 }, client }) {
    const { data } = await client.rest.repos.listBranches({ ...ownerAndRepo(repo), per_page: limit })
    const branches = z
      .array(vendorBranch)
      .parse(data)
      .map((each) => ({ name: each.name, sha: each.commit.sha, protected: each.protected }))
    return { branches, count: branches.length }
  },
}
