import { z } from 'zod'
import { adfDocument } from './adf/adf'
import { adfToMarkdown } from './adf/to-markdown'
import type { Issue } from './issue'
import { browseUrl } from './site'

/** Jira writes `+0000`, and jira.js makes dates of some: a time as everything here writes it. */
const time = z.union([z.date(), z.string()]).transform((value, context) => {
  const date = new Date(value)
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  context.addIssue('This is no time.')
  return z.NEVER
})

const thing = z.object({ name: z.string() })
const person = z.object({ accountId: z.string(), displayName: z.string().default('') })
const document = adfDocument.nullish().catch(null)

/** Of Jira's answers only what is used. An answer without it is no answer of Jira. */
export const vendorIssue = z.object({
  id: z.string(),
  key: z.string(),
  self: z.string(),
  properties: z.record(z.string(), z.unknown()).optional(),
  fields: z.object({
    summary: z.string(),
    description: document,
    project: z.object({ key: z.string() }),
    issuetype: thing,
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    priority: thing.nullish(),
    labels: z.array(z.string()).default([]),
    assignee: person.nullish(),
    reporter: person.nullish(),
    created: time,
    updated: time,
  }),
})

export const issueFields = Object.keys(vendorIssue.shape.fields.shape)

export function toIssue(data: unknown, site: string | null): Issue {
  const { key, self, fields } = vendorIssue.parse(data)
  return {
    key,
    project: fields.project.key,
    summary: fields.summary,
    description: adfToMarkdown(fields.description),
    issue_type: fields.issuetype.name,
    status: fields.status.name,
    is_done: fields.status.statusCategory.key === 'done',
    priority: fields.priority?.name ?? '',
    labels: fields.labels,
    assignee: fields.assignee?.displayName ?? '',
    assignee_id: fields.assignee?.accountId ?? '',
    reporter: fields.reporter?.displayName ?? '',
    url: browseUrl(key, { self, site }),
    created_at: fields.created,
    updated_at: fields.updated,
  }
}

export const vendorComment = z.object({
  id: z.string(),
  author: person.nullish(),
  body: document,
  created: time,
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
})

export function toComment(data: unknown) {
  const { id, author, body, created } = vendorComment.parse(data)
  return { comment_id: id, author: author?.displayName ?? '', body: adfToMarkdown(body), created_at: created }
}
