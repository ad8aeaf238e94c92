import { z } from 'zod'

const time = z.string()

export const practiceJiraIssueSchema = z.object({
  key: z.string(),
  type: z.string(),
  summary: z.string(),
  description: z.string(),
  status: z.string(),
  isDone: z.boolean(),
  priority: z.string(),
  labels: z.array(z.string()).readonly(),
  reporter: z.string(),
  assignee: z.string().nullable(),
  at: time,
  /** A workflow made it. */
  isOurs: z.boolean(),
  /** Such as “blocks SHOP-7”. */
  links: z.array(z.string()).readonly(),
  files: z.array(z.object({ id: z.string(), name: z.string(), isOurs: z.boolean() })).readonly(),
  /** What workflows changed, oldest first. */
  changes: z.array(z.object({ id: z.string(), field: z.string(), value: z.string(), at: time })).readonly(),
  /** Oldest first. */
  comments: z
    .array(z.object({ id: z.string(), author: z.string(), body: z.string(), at: time, isOurs: z.boolean() }))
    .readonly(),
})

export type PracticeJiraIssue = z.infer<typeof practiceJiraIssueSchema>

export const practiceJiraProjectSchema = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  issues: z.array(practiceJiraIssueSchema).readonly(),
})

export type PracticeJiraProject = z.infer<typeof practiceJiraProjectSchema>

/** What the simulated Jira looks like now. Newest issues first. */
export const practiceJiraSchema = z.object({ projects: z.array(practiceJiraProjectSchema).readonly() })

export type PracticeJira = z.infer<typeof practiceJiraSchema>
