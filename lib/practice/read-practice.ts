import { z } from 'zod'
import type { PracticeIssue, PracticeRepository, PracticeView } from '../workflow/views/practice-view'
import { readCode } from './github/read-code'
import { withoutMarker } from './github/without-marker'
import { readDrive } from './google/drive/read-drive'
import { readGoogle } from './google/read-google'
import { readJira } from './jira/read-jira'
import { botLogin } from './seed/people'
import { readChannels } from './slack/read-channels'
import { itemsOf, type Snapshot } from './snapshot'

/** The practice services' present state in the shape that the practice page shows. */
export function readPractice(snapshots: {
  readonly github: Snapshot
  readonly slack: Snapshot
  /** Its own state; nothing where it has not started yet. */
  readonly jira: unknown
  readonly google: unknown
}): PracticeView {
  const [team] = itemsOf(snapshots.slack, 'slack.teams', z.object({ name: z.string() }))
  return {
    slack: { team: team?.name ?? 'Acme', channels: readChannels(snapshots.slack) },
    github: { repositories: readRepositories(snapshots.github) },
    jira: readJira(snapshots.jira),
    drive: readDrive(snapshots.google),
    google: readGoogle(snapshots.google),
  }
}

const githubUser = z.object({ id: z.number(), login: z.string() })
const githubRepository = z.object({
  id: z.number(),
  full_name: z.string(),
  description: z.string().nullish(),
  default_branch: z.string(),
})
const githubLabel = z.object({ id: z.number(), repo_id: z.number(), name: z.string(), color: z.string() })

const githubIssue = z.object({
  number: z.number(),
  repo_id: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  user_id: z.number(),
  label_ids: z.array(z.number()),
  created_at: z.string(),
  is_pull_request: z.literal(false),
})

const githubComment = z.object({
  id: z.number(),
  repo_id: z.number(),
  issue_number: z.number(),
  body: z.string(),
  user_id: z.number(),
  created_at: z.string(),
})

function readRepositories(snapshot: Snapshot): PracticeRepository[] {
  const logins = new Map(itemsOf(snapshot, 'github.users', githubUser).map(({ id, login }) => [id, login]))
  const labels = itemsOf(snapshot, 'github.labels', githubLabel)
  const comments = itemsOf(snapshot, 'github.comments', githubComment)
  const issues = itemsOf(snapshot, 'github.issues', githubIssue)
  const authorOf = (userId: number) => logins.get(userId) ?? 'ghost'

  const toIssue = (issue: z.infer<typeof githubIssue>): PracticeIssue => ({
    number: issue.number,
    title: issue.title,
    body: withoutMarker(issue.body ?? ''),
    state: issue.state,
    author: authorOf(issue.user_id),
    labels: issue.label_ids.flatMap((id) => labels.find((label) => label.id === id)?.name ?? []),
    at: issue.created_at,
    isOurs: authorOf(issue.user_id) === botLogin,
    comments: comments
      .filter((each) => each.repo_id === issue.repo_id && each.issue_number === issue.number)
      .map((comment) => ({
        id: comment.id,
        author: authorOf(comment.user_id),
        body: withoutMarker(comment.body),
        at: comment.created_at,
        isOurs: authorOf(comment.user_id) === botLogin,
      })),
  })
  return itemsOf(snapshot, 'github.repos', githubRepository).map((repository) => ({
    name: repository.full_name,
    description: repository.description ?? '',
    labels: labels
      .filter((each) => each.repo_id === repository.id)
      .map(({ name, color }) => ({ name, color })),
    issues: issues
      .filter((each) => each.repo_id === repository.id)
      .sort((left, right) => right.number - left.number)
      .map(toIssue),
    ...readCode(snapshot, repository),
  }))
}
