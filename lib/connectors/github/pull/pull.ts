import { z } from 'zod'

/** A pull request as every action of this connector gives it. */
export const pullOutput = z.object({
  repo: z.string().meta({ title: 'Repository' }),
  number: z.number().int().meta({ title: 'Number' }),
  title: z.string().meta({ title: 'Title' }),
  body: z.string().meta({ title: 'Body' }),
  state: z.enum(['open', 'merged', 'closed']).meta({ title: 'State' }),
  draft: z.boolean().meta({ title: 'Is a draft' }),
  author: z.string().meta({ title: 'Author' }),
  head: z.string().meta({ title: 'Its branch' }),
  head_sha: z.string().meta({ title: 'Sha of its last commit' }),
  base: z.string().meta({ title: 'Into the branch' }),
  labels: z.array(z.string()).meta({ title: 'Labels' }),
  reviewers: z.array(z.string()).meta({ title: 'Asked to review' }),
  url: z.string().meta({ title: 'Address' }),
  created_at: z.string().meta({ title: 'Opened at' }),
  updated_at: z.string().meta({ title: 'Updated at' }),
})

export type Pull = z.output<typeof pullOutput>

export const pullExample: Pull = {
  repo: 'acme/website',
  number: 5,
  title: 'Find words with and without umlauts',
  body: 'Fixes #2. The index drops umlauts and the query kept them, so nothing matched.',
  state: 'open',
  draft: false,
  author: 'tomas-novak',
  head: 'fix-umlaut-search',
  head_sha: '3ed293cabcca79ba9f76ff5698914cb8fd038370',
  base: 'main',
  labels: [],
  reviewers: [],
  url: 'https://github.com/acme/website/pull/5',
  created_at: '2026-11-01T10:10:00Z',
  updated_at: '2026-11-01T10:10:00Z',
}
