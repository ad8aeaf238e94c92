import { z } from 'zod'

/** A document of Atlassian's format. What stands in it is left as it came. */
const document = z.looseObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.unknown()),
})

const property = z.object({ key: z.string(), value: z.unknown() })

const comment = z.object({
  id: z.string(),
  author: z.string(),
  body: document,
  created: z.string(),
  updated: z.string(),
  properties: z.array(property),
})

const attachment = z.object({
  id: z.string(),
  author: z.string(),
  created: z.string(),
  filename: z.string(),
  mimeType: z.string(),
  size: z.number(),
  /** Base64. */
  content: z.string(),
})

const change = z.object({
  id: z.string(),
  author: z.string(),
  created: z.string(),
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  metadata: z.unknown(),
})

const issue = z.object({
  id: z.string(),
  key: z.string(),
  project: z.string(),
  type: z.string(),
  summary: z.string(),
  description: document.nullable(),
  status: z.string(),
  priority: z.string(),
  labels: z.array(z.string()),
  reporter: z.string(),
  assignee: z.string().nullable(),
  created: z.string(),
  updated: z.string(),
  resolved: z.string().nullable(),
  comments: z.array(comment),
  attachments: z.array(attachment),
  properties: z.array(property),
  changes: z.array(change),
})

const user = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  type: z.enum(['atlassian', 'app']),
})

const project = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  lead: z.string(),
  /** The number of its newest issue: numbers are never given twice. */
  last: z.number(),
})

const link = z.object({ id: z.string(), type: z.string(), source: z.string(), target: z.string() })

/** All that the simulated Jira remembers. People are named by their account's id, projects and issues by their key. */
export const jiraStateSchema = z.object({
  lastId: z.number(),
  users: z.array(user),
  projects: z.array(project),
  issues: z.array(issue),
  links: z.array(link),
})

export type JiraState = z.infer<typeof jiraStateSchema>
export type JiraIssue = z.infer<typeof issue>
export type JiraComment = z.infer<typeof comment>
export type JiraUser = z.infer<typeof user>
export type JiraProject = z.infer<typeof project>
export type JiraDocument = z.infer<typeof document>

export const jiraDocumentSchema = document
export const jiraPropertySchema = property
