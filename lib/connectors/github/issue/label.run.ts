import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { issueLabel } from './label'

const vendorLabels = z.array(z.object({ name: z.string() }))

export const behaviour: Behaviour<typeof issueLabel, Octokit> = {
  async run({ input: { repo, number, labels }, client }) {
    const { data } = await client.rest.issues.addLabels({
      ...ownerAndRepo(repo),
      issue_number: number,
      labels,
    })
    return { repo, number, labels: vendorLabels.parse(data).map(({ name }) => name) }
  },
}
