import 'server-only'
import type { Octokit } from '@octokit/rest'
import type { Behaviour } from '../../contract'
import { markersOf } from '../marker'
import { ownerAndRepo, toIssue, vendorIssue } from '../vendor'
import type { issueUpdate } from './update'

export const behaviour: Behaviour<typeof issueUpdate, Octokit> = {
  async run({ input: { repo, number, title, body, state }, client }) {
    const place = { ...ownerAndRepo(repo), issue_number: number }
    const now = vendorIssue.parse((await client.rest.issues.get(place)).data)
    const issue = toIssue(repo, now)
    const change = {
      ...(title === undefined || title === issue.title ? {} : { title }),
      // The key by which the issue's creation is found again stays in it.
      ...(body === undefined || body.trim() === issue.body.trim()
        ? {}
        : { body: body + markersOf(now.body) }),
      ...(state === undefined || state === issue.state ? {} : { state }),
    }
    if (Object.keys(change).length === 0) return issue
    const { data } = await client.rest.issues.update({ ...place, ...change })
    return toIssue(repo, data)
  },
}
