import { z } from 'zod'
import type { Issue } from './issue/issue'
import { withoutMarker } from './marker'

/** Of GitHub's answers only what is used. An answer without it is no answer of GitHub. */
export const vendorIssue = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  user: z.object({ login: z.string() }).nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).default([]),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  comments: z.number().default(0),
  html_url: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  pull_request: z.unknown().optional(),
})

export function toIssue(repo: string, data: unknown): Issue {
  const issue = vendorIssue.parse(data)
  return {
    repo,
    number: issue.number,
    title: issue.title,
    body: withoutMarker(issue.body),
    state: issue.state === 'closed' ? 'closed' : 'open',
    author: issue.user?.login ?? 'ghost',
    labels: issue.labels.flatMap((label) => (typeof label === 'string' ? [label] : (label.name ?? []))),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
    comments: issue.comments,
    url: issue.html_url,
    created_at: issue.created_at,
    updated_at: issue.updated_at,
  }
}

export const vendorComment = z.object({
  id: z.number(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  html_url: z.string(),
  created_at: z.string(),
})

export function toComment(place: { repo: string; number: number }, data: unknown) {
  const comment = vendorComment.parse(data)
  return {
    ...place,
    comment_id: comment.id,
    body: withoutMarker(comment.body),
    author: comment.user?.login ?? 'ghost',
    url: comment.html_url,
    created_at: comment.created_at,
  }
}

/** `acme/website` as the two parts that Octokit wants. The field's schema has checked it. */
export function ownerAndRepo(repo: string): { owner: string; repo: string } {
  const [owner = '', name = ''] = repo.split('/')
  return { owner, repo: name }
}
