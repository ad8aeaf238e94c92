import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import { tipOf } from './branch-tip.run'
import type { branchDelete } from './delete'

export const behaviour: Behaviour<typeof branchDelete, Octokit> = {
  async run({ input: { repo, branch, sha }, client }) {
    const tip = await tipOf(client, { repo, branch })
    if (tip !== null) {
      if (sha && sha !== tip) throw hasMoved(branch)
      const { status } = await client.rest.git.deleteRef({ ...ownerAndRepo(repo), ref: `heads/${branch}` })
      z.literal(204).parse(status)
    }
    return { repo, branch, is_gone: true }
  },
}

function hasMoved(branch: string): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    field: 'input.sha',
    message: `The branch “${branch}” stands at another commit than the one named, and was kept. Look at it before you delete it.`,
  })
}
