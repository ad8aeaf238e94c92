import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { codeSearch } from './search'

const answer = z.object({
  items: z.array(
    z.object({
      path: z.string(),
      html_url: z.string(),
      text_matches: z.array(z.object({ fragment: z.string().nullish() })).default([]),
    }),
  ),
})

export const behaviour: Behaviour<typeof codeSearch, Octokit> = {
  async run({ input: { repo, query, folder, limit = 20 }, client }) {
    // Qualifiers (`repo:`) in the words would lead the search out of the chosen repository.
    const words = query.replace(/[:"]/g, ' ').trim()
    const parts = [words, `repo:${repo}`, ...(folder ? [`path:${folder}`] : [])]
    const { data } = await client.rest.search.code({
      q: parts.join(' '),
      per_page: limit,
      mediaType: { format: 'text-match' },
    })
    const files = answer.parse(data).items.map(({ path, html_url, text_matches }) => ({
      path,
      fragments: text_matches.flatMap(({ fragment }) => fragment ?? []),
      url: html_url,
    }))
    return { files, count: files.length }
  },
}
