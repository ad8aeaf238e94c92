import { z } from 'zod'
import { type JiraCall, newId } from './call'
import { documentText } from './document-text'
import { JiraRefusal } from './refusal'
import { type JiraIssue, jiraDocumentSchema } from './state'
import { named, priorities } from './vocabulary'

const reference = z.object({
  id: z.string().optional(),
  key: z.string().optional(),
  name: z.string().optional(),
})

/** The fields that people can write. A text where a document belongs is refused, as version 3 does. */
export const fieldsInput = z.object({
  project: reference.optional(),
  issuetype: reference.optional(),
  summary: z.string().optional(),
  description: z.unknown().optional(),
  priority: reference.optional(),
  labels: z.array(z.string()).optional(),
  assignee: z.object({ accountId: z.string().nullish(), id: z.string().nullish() }).nullish(),
})

export type FieldsInput = z.output<typeof fieldsInput>

type Writing = { readonly fields: FieldsInput; readonly metadata?: unknown }

/** Sets all fields, or none: what does not fit is refused with a word for each. */
export function setFields(call: JiraCall, issue: JiraIssue, { fields, metadata }: Writing): void {
  const wrong: Record<string, string> = {}
  const { summary, labels } = fields
  if (summary !== undefined && summary.length > 255)
    wrong.summary = 'Summary must be less than 255 characters.'
  if (summary?.includes('\n'))
    wrong.summary = 'The summary is invalid because it contains newline characters.'
  const document = jiraDocumentSchema.nullable().optional().safeParse(fields.description)
  if (!document.success)
    wrong.description = 'Operation value must be an Atlassian Document (see the Atlassian Document Format)'
  const priority = named(priorities, fields.priority)
  if (fields.priority && !priority) wrong.priority = 'Specify a valid priority'
  if (labels?.some((label) => /\s/.test(label))) wrong.labels = "The label can't contain spaces."
  const assignee = fields.assignee
    ? (fields.assignee.accountId ?? fields.assignee.id ?? null)
    : fields.assignee
  if (assignee && !call.state.users.some(({ accountId }) => accountId === assignee)) {
    wrong.assignee = `User '${assignee}' cannot be assigned issues.`
  }
  if (Object.keys(wrong).length > 0) throw new JiraRefusal(400, { fields: wrong })

  const set = (field: string, from: string | null, to: string | null) =>
    change(call, issue, { field, from, to, metadata })
  if (summary !== undefined) {
    set('summary', issue.summary, summary)
    issue.summary = summary
  }
  if (document.success && document.data !== undefined) {
    set('description', documentText(issue.description), documentText(document.data))
    issue.description = document.data
  }
  if (priority) {
    set('priority', issue.priority, priority.name)
    issue.priority = priority.name
  }
  if (labels) {
    set('labels', issue.labels.join(' '), labels.join(' '))
    issue.labels = [...new Set(labels)]
  }
  if (assignee !== undefined) {
    set('assignee', issue.assignee, assignee)
    issue.assignee = assignee
  }
}

type Change = {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
  readonly metadata?: unknown
}

/** Writes a change into the issue's history; a field that stays as it was is no change, a transition always is. */
export function change(call: JiraCall, issue: JiraIssue, { field, from, to, metadata }: Change): void {
  if (from === to && field !== 'status') return
  issue.updated = call.now
  const { accountId: author, now: created } = call
  issue.changes.push({ id: newId(call.state), author, created, field, from, to, metadata: metadata ?? null })
}
