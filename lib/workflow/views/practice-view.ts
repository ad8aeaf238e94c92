import { z } from 'zod'
import { practiceBranchSchema, practicePullSchema } from './practice-code-view'
import { practiceDriveSchema } from './practice-drive'
import { practiceGoogleSchema } from './practice-google-view'
import { practiceJiraSchema } from './practice-jira'
import { practiceChannelSchema } from './practice-slack-view'

const time = z.string()

export const practiceCommentSchema = z.object({
  id: z.number(),
  author: z.string(),
  body: z.string(),
  at: time,
  isOurs: z.boolean(),
})

export type PracticeComment = z.infer<typeof practiceCommentSchema>

export const practiceIssueSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['open', 'closed']),
  author: z.string(),
  labels: z.array(z.string()).readonly(),
  at: time,
  isOurs: z.boolean(),
  /** Oldest first. */
  comments: z.array(practiceCommentSchema).readonly(),
})

export type PracticeIssue = z.infer<typeof practiceIssueSchema>

export const practiceRepositorySchema = z.object({
  /** `owner/name` */
  name: z.string(),
  description: z.string(),
  labels: z.array(z.object({ name: z.string(), color: z.string() })).readonly(),
  issues: z.array(practiceIssueSchema).readonly(),
  pulls: z.array(practicePullSchema).readonly(),
  branches: z.array(practiceBranchSchema).readonly(),
})

export type PracticeRepository = z.infer<typeof practiceRepositorySchema>

/** What the practice services look like now: “what your workflow did”. Newest first, times as ISO strings. */
export const practiceViewSchema = z.object({
  slack: z.object({ team: z.string(), channels: z.array(practiceChannelSchema).readonly() }),
  github: z.object({ repositories: z.array(practiceRepositorySchema).readonly() }),
  jira: practiceJiraSchema,
  drive: practiceDriveSchema,
  google: practiceGoogleSchema,
})

export type PracticeView = z.infer<typeof practiceViewSchema>

/** The services that the practice page shows, the first one first. */
const practiceTabs = ['slack', 'github', 'jira', 'google', 'drive'] as const

export type PracticeTab = (typeof practiceTabs)[number]

/** The service that an address names, or the first. */
export function practiceTabOf(service: unknown): PracticeTab {
  if (service === 'google') return 'drive'
  return practiceTabs.find((tab) => tab === service) ?? practiceTabs[0]
}
