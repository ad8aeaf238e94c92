import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { workflowRun } from './run'

const vendorRepository = z.object({ default_branch: z.string() })
const vendorRun = z.object({ workflow_run_id: z.number() })

export const behaviour: Behaviour<typeof workflowRun, Octokit> = {
  async run({ input: { repo, workflow, branch, inputs = {} }, client }) {
    const place = ownerAndRepo(repo)
    const ref = branch ?? vendorRepository.parse((await client.rest.repos.get(place)).data).default_branch
    const answer: { readonly status: number; readonly data: unknown } =
      await client.rest.actions.createWorkflowDispatch({ ...place, workflow_id: workflow, ref, inputs })
    // GitHub answers with nothing, or, where it is new, with the run.
    if (answer.status !== 204) vendorRun.parse(answer.data)
    return { repo, workflow, branch: ref }
  },
}
