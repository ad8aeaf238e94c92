import 'server-only'
import type { Octokit } from '@octokit/rest'
import type { Behaviour } from '../../contract'
import { ownerAndRepo, toIssue } from '../vendor'
import type { issueGet } from './get'

export const behaviour: Behaviour<typeof issueGet, Octokit> = {
  async run({ input: { repo, number }, client }) {
    const { data } = await client.rest.issues.get({ ...ownerAndRepo(repo), issue_number: number })
    return toIssue(repo, data)
  },
}
