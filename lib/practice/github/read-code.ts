import { z } from 'zod'
import type { PracticeBranch, PracticePull } from '../../workflow/views/practice-code-view'
import { botLogin, botName } from '../seed/people'
import { itemsOf, type Snapshot } from '../snapshot'
import { gitFiles } from './git-files'
import { withoutMarker } from './without-marker'

const user = z.object({ id: z.number(), login: z.string() })
const branch = z.object({ repo_id: z.number(), name: z.string(), sha: z.string() })
const pull = z.object({
  repo_id: z.number(),
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  merged: z.boolean(),
  user_id: z.number(),
  head_ref: z.string(),
  head_sha: z.string(),
  base_ref: z.string(),
  base_sha: z.string(),
  requested_reviewer_ids: z.array(z.number()).default([]),
  created_at: z.string(),
})
const comment = z.object({
  id: z.number(),
  repo_id: z.number(),
  issue_number: z.number(),
  body: z.string(),
  user_id: z.number(),
  created_at: z.string(),
})
const review = z.object({
  id: z.number(),
  repo_id: z.number(),
  pull_number: z.number(),
  user_id: z.number(),
  body: z.string().nullish(),
  state: z.string(),
  created_at: z.string(),
})

const verdicts: Readonly<Record<string, 'approved' | 'asked for changes'>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'asked for changes',
}

/** The branches and pull requests of one repository, with the files that they change. */
export function readCode(
  snapshot: Snapshot,
  repository: { readonly id: number; readonly default_branch: string },
): { readonly branches: PracticeBranch[]; readonly pulls: PracticePull[] } {
  const git = gitFiles(snapshot, repository.id)
  const here = <Item extends { repo_id: number }>(collection: string, schema: z.ZodType<Item>) =>
    itemsOf(snapshot, collection, schema).filter(({ repo_id }) => repo_id === repository.id)
  const logins = new Map(itemsOf(snapshot, 'github.users', user).map(({ id, login }) => [id, login]))
  const authorOf = (id: number) => logins.get(id) ?? 'ghost'
  const isBot = (id: number) => authorOf(id) === botLogin
  const branches = here('github.branches', branch)
  const main = branches.find(({ name }) => name === repository.default_branch)?.sha ?? ''

  const toBranch = ({ name, sha }: z.infer<typeof branch>): PracticeBranch => {
    const last = git.commit(sha)
    return {
      name,
      isDefault: name === repository.default_branch,
      message: last?.message.split('\n')[0] ?? '',
      author: last?.author_name ?? 'ghost',
      at: last?.author_date ?? '',
      isOurs: last?.author_name === botName,
      files: git.changes(main, sha),
    }
  }

  const saidOf = (number: number): PracticePull['comments'] =>
    [
      ...here('github.comments', comment)
        .filter(({ issue_number }) => issue_number === number)
        .map(({ id, ...each }) => ({ ...each, id: `comment-${id}`, verdict: null })),
      ...here('github.reviews', review)
        .filter(({ pull_number }) => pull_number === number)
        .map(({ id, state, ...each }) => ({
          ...each,
          id: `review-${id}`,
          verdict: verdicts[state] ?? ('commented' as const),
        })),
    ]
      .sort((left, right) => left.created_at.localeCompare(right.created_at))
      .map(({ id, body, user_id, verdict, created_at }) => ({
        id,
        author: authorOf(user_id),
        body: withoutMarker(body ?? ''),
        verdict,
        at: created_at,
        isOurs: isBot(user_id),
      }))

  const toPull = (each: z.infer<typeof pull>): PracticePull => ({
    number: each.number,
    title: each.title,
    body: withoutMarker(each.body ?? ''),
    state: each.merged ? 'merged' : each.state,
    author: authorOf(each.user_id),
    head: each.head_ref,
    base: each.base_ref,
    at: each.created_at,
    isOurs: isBot(each.user_id),
    files: git.changes(each.base_sha, each.head_sha),
    reviewers: each.requested_reviewer_ids.map(authorOf),
    comments: saidOf(each.number),
  })

  return {
    branches: branches.map(toBranch),
    pulls: here('github.pull_requests', pull)
      .sort((left, right) => right.number - left.number)
      .map(toPull),
  }
}
