import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { toIssue, vendorIssue } from '../vendor'
import type { issueSearch } from './search'

const answer = z.object({ items: z.array(vendorIssue) })

export const behaviour: Behaviour<typeof issueSearch, Octokit> = {
  async run({ input: { repo, query, state, limit }, client }) {
    // Qualifiers (`repo:`) in the words would lead the search out of the chosen repository.
    const words = query.replace(/[:"]/g, ' ').trim()
    const parts = [words, `repo:${repo}`, 'is:issue', ...(state && state !== 'all' ? [`state:${state}`] : [])]
    const { data } = await client.rest.search.issuesAndPullRequests({
      q: parts.join(' '),
      per_page: limit ?? 20,
      advanced_search: 'true',
    })
    const issues = answer.parse(data).items.map((issue) => toIssue(repo, issue))
    return { issues, count: issues.length }
  },
}
