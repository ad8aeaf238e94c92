import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo, toIssue, vendorIssue } from '../vendor'
import type { issueList } from './list'

export const behaviour: Behaviour<typeof issueList, Octokit> = {
  async run({ input, client }) {
    const { data } = await client.rest.issues.listForRepo({
      ...ownerAndRepo(input.repo),
      state: input.state ?? 'open',
      sort: 'created',
      direction: 'desc',
      per_page: input.limit ?? 30,
      ...(input.labels?.length ? { labels: input.labels.join(',') } : {}),
      ...(input.since ? { since: input.since } : {}),
    })
    // GitHub lists pull requests among the issues.
    const issues = z
      .array(vendorIssue)
      .parse(data)
      .filter(({ pull_request }) => !pull_request)
    return { issues: issues.map((issue) => toIssue(input.repo, issue)), count: issues.length }
  },
}
