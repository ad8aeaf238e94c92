import 'server-only'
import type { Octokit } from '@octokit/rest'
import type { Behaviour } from '../../contract'
import { toPull } from '../pull/vendor-pull'
import { ownerAndRepo } from '../vendor'
import type { reviewRequest } from './request'

export const behaviour: Behaviour<typeof reviewRequest, Octokit> = {
  async run({ input: { repo, number, people }, client }) {
    const place = { ...ownerAndRepo(repo), pull_number: number }
    const before = toPull(repo, (await client.rest.pulls.get(place)).data).reviewers
    const asked = new Set(before.map((login) => login.toLowerCase()))
    const missing = people.filter((login) => !asked.has(login.toLowerCase()))
    if (missing.length === 0) return { repo, number, reviewers: before }
    const { data } = await client.rest.pulls.requestReviewers({ ...place, reviewers: missing })
    return { repo, number, reviewers: toPull(repo, data).reviewers }
  },
}
