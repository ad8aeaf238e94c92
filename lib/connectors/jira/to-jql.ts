import type { z } from 'zod'
import type { issueSearch } from './issue-search'

/** The plain search's fields as a question in Jira's language. No value can end its quotation marks. */
export function toJql(input: z.output<typeof issueSearch.input>): string {
  const { query = '', project, state, status, issue_type, assignee, labels = [] } = input
  const parts = [
    ...(project ? [`project = ${quoted(project)}`] : []),
    ...wordsOf(query),
    ...(state === 'open' ? ['statusCategory != Done'] : []),
    ...(state === 'done' ? ['statusCategory = Done'] : []),
    ...(status ? [`status = ${quoted(status)}`] : []),
    ...(issue_type ? [`issuetype = ${quoted(issue_type)}`] : []),
    ...(assignee ? [`assignee = ${quoted(assignee)}`] : []),
    ...labels.map((label) => `labels = ${quoted(label)}`),
  ]
  // Jira answers no question without a restriction.
  return `${parts.length > 0 ? parts.join(' AND ') : 'project is not EMPTY'} ORDER BY created DESC`
}

function wordsOf(query: string): readonly string[] {
  const key = query.trim().toUpperCase()
  if (/^[A-Z][A-Z0-9_]*-\d+$/.test(key)) return [`key = ${quoted(key)}`]
  // Marks have a meaning of their own in a search for words.
  const words = query.replace(/[^\p{L}\p{N}\s]/gu, ' ').trim()
  return words ? [`text ~ ${quoted(words.replace(/\s+/g, ' '))}`] : []
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`
}
