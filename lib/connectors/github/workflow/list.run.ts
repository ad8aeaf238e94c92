import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { workflowList } from './list'

const vendorWorkflows = z.object({
  workflows: z.array(z.object({ name: z.string(), path: z.string(), state: z.string() })),
})

export const behaviour: Behaviour<typeof workflowList, Octokit> = {
  async run({ input: { repo }, client }) {
    const { data } = await client.rest.actions.listRepoWorkflows({ ...ownerAndRepo(repo), per_page: 100 })
    const workflows = vendorWorkflows.parse(data).workflows.map(({ name, path, state }) => ({
      name,
      file: path.replace(/^.*\//, ''),
      is_active: state === 'active',
    }))
    return { workflows, count: workflows.length }
  },
}
