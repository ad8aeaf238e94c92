import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { repoSearch } from './search'

const vendorRepository = z.object({
  full_name: z.string(),
  description: z.string().nullish(),
  private: z.boolean(),
  html_url: z.string(),
  updated_at: z.string().nullish(),
})

export const behaviour: Behaviour<typeof repoSearch, Octokit> = {
  async run({ input: { query, limit = 30 }, client }) {
    const words = query?.trim()
    const found = words
      ? (await client.rest.search.repos({ q: `${words} in:name`, per_page: limit })).data.items
      : (await client.rest.repos.listForAuthenticatedUser({ sort: 'updated', per_page: limit })).data
    const repositories = z
      .array(vendorRepository)
      .parse(found)
      .map((each) => ({
        repo: each.full_name,
        description: each.description ?? '',
        private: each.private,
        url: each.html_url,
        updated_at: each.updated_at ?? '',
      }))
    return { repositories, count: repositories.length }
  },
}
