import { z } from 'zod'
import { withoutMarker } from '../marker'
import type { Pull } from './pull'

const person = z.object({ login: z.string() })
const end = z.object({ ref: z.string(), sha: z.string() })

export const vendorPull = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  merged_at: z.string().nullish(),
  draft: z.boolean().default(false),
  user: person.nullish(),
  head: end,
  base: end,
  labels: z.array(z.object({ name: z.string() })).default([]),
  requested_reviewers: z.array(person).nullish(),
  html_url: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
})

export function toPull(repo: string, data: unknown): Pull {
  const pull = vendorPull.parse(data)
  return {
    repo,
    number: pull.number,
    title: pull.title,
    body: withoutMarker(pull.body),
    state: pull.merged_at ? 'merged' : pull.state === 'closed' ? 'closed' : 'open',
    draft: pull.draft,
    author: pull.user?.login ?? 'ghost',
    head: pull.head.ref,
    head_sha: pull.head.sha,
    base: pull.base.ref,
    labels: pull.labels.map(({ name }) => name),
    reviewers: (pull.requested_reviewers ?? []).map(({ login }) => login),
    url: pull.html_url,
    created_at: pull.created_at,
    updated_at: pull.updated_at,
  }
}
