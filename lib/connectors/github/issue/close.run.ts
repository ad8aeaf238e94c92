import 'server-only'
import type { Octokit } from '@octokit/rest'
import type { Behaviour } from '../../contract'
import { ownerAndRepo, toIssue } from '../vendor'
import type { issueClose } from './close'

export const behaviour: Behaviour<typeof issueClose, Octokit> = {
  async run({ input: { repo, number, reason = 'completed' }, client }) {
    const place = { ...ownerAndRepo(repo), issue_number: number }
    const issue = toIssue(repo, (await client.rest.issues.get(place)).data)
    if (issue.state === 'closed') return issue
    const { data } = await client.rest.issues.update({ ...place, state: 'closed', state_reason: reason })
    return toIssue(repo, data)
  },
}
