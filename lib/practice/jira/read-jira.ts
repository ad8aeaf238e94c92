import type { PracticeJira, PracticeJiraIssue } from '../../workflow/views/practice-jira'
import { botAtlassianId } from '../seed/people'
import { documentText } from './document-text'
import { type JiraIssue, type JiraState, jiraStateSchema } from './state'
import { linkTypes, named } from './vocabulary'

/** The simulated Jira’s present state in the shape that the practice page shows. */
export function readJira(saved: unknown): PracticeJira {
  const parsed = jiraStateSchema.safeParse(saved)
  // It is empty until its host has started.
  if (!parsed.success) return { projects: [] }
  const state = parsed.data
  return {
    projects: state.projects.map(({ key, name, description }) => ({
      key,
      name,
      description,
      issues: state.issues
        .filter((each) => each.project === key)
        .map((issue) => toIssue(issue, state))
        .reverse(),
    })),
  }
}

function toIssue(issue: JiraIssue, state: JiraState): PracticeJiraIssue {
  const nameOf = (id: string | null) => state.users.find(({ accountId }) => accountId === id)?.name ?? null
  return {
    key: issue.key,
    type: issue.type,
    summary: issue.summary,
    description: documentText(issue.description),
    status: issue.status,
    isDone: issue.resolved !== null,
    priority: issue.priority,
    labels: issue.labels,
    reporter: nameOf(issue.reporter) ?? 'somebody',
    assignee: nameOf(issue.assignee),
    at: issue.created,
    isOurs: issue.reporter === botAtlassianId,
    links: state.links.flatMap(({ type: name, source, target }) => {
      const type = named(linkTypes, { name })
      if (source === issue.key) return [`${type?.outward ?? name} ${target}`]
      return target === issue.key ? [`${type?.inward ?? name} ${source}`] : []
    }),
    files: issue.attachments.map(({ id, filename, author }) => ({
      id,
      name: filename,
      isOurs: author === botAtlassianId,
    })),
    changes: issue.changes
      .filter(({ author }) => author === botAtlassianId)
      .map(({ id, field, to, created: at }) => ({
        id,
        field,
        value: (field === 'assignee' ? nameOf(to) : to) || 'nothing',
        at,
      })),
    comments: issue.comments.map(({ id, author, body, created: at }) => ({
      id,
      author: nameOf(author) ?? 'somebody',
      body: documentText(body),
      at,
      isOurs: author === botAtlassianId,
    })),
  }
}
