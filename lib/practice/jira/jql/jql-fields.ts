import { documentText } from '../document-text'
import type { JiraIssue, JiraState } from '../state'
import { priorities, statuses } from '../vocabulary'

type Place = { readonly issue: JiraIssue; readonly state: JiraState }

type JqlField = { values(place: Place): readonly string[] } & (
  | { readonly kind: 'text' | 'time' }
  | { readonly kind: 'rank'; rank(value: string): number }
)

const one = (value: string | null): readonly string[] => (value ? [value] : [])

function person(accountId: string | null, { users }: JiraState): readonly string[] {
  const found = users.find((each) => each.accountId === accountId)
  return found ? [found.accountId, found.name, found.email] : []
}

const description: JqlField = { kind: 'text', values: ({ issue }) => one(documentText(issue.description)) }
const summary: JqlField = { kind: 'text', values: ({ issue }) => [issue.summary] }
const comment: JqlField = {
  kind: 'text',
  values: ({ issue }) => issue.comments.map(({ body }) => documentText(body)),
}
const key: JqlField = {
  kind: 'rank',
  values: ({ issue }) => [issue.key],
  // By number inside a project, and project by project.
  rank: (value) => {
    const [project = '', number = '0'] = value.toUpperCase().split('-')
    return (
      [...project].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) * 1_000_000 + Number(number)
    )
  },
}

/** The fields that a question may name. Keys are compared as Jira does: as numbers, inside their project. */
export const jqlFields: ReadonlyMap<string, JqlField> = new Map<string, JqlField>([
  ['project', { kind: 'text', values: ({ issue, state }) => [issue.project, ...namesOf(issue, state)] }],
  ['key', key],
  ['issuekey', key],
  ['issue', key],
  ['id', { kind: 'text', values: ({ issue }) => [issue.id] }],
  ['summary', summary],
  ['description', description],
  ['comment', comment],
  [
    'text',
    {
      kind: 'text',
      values: (place) => [summary, description, comment].flatMap((field) => field.values(place)),
    },
  ],
  ['status', { kind: 'text', values: ({ issue }) => [issue.status] }],
  ['statuscategory', { kind: 'text', values: ({ issue }) => categoryOf(issue) }],
  ['resolution', { kind: 'text', values: ({ issue }) => (issue.resolved ? ['Done'] : []) }],
  ['type', { kind: 'text', values: ({ issue }) => [issue.type] }],
  ['issuetype', { kind: 'text', values: ({ issue }) => [issue.type] }],
  ['labels', { kind: 'text', values: ({ issue }) => issue.labels }],
  ['assignee', { kind: 'text', values: ({ issue, state }) => person(issue.assignee, state) }],
  ['reporter', { kind: 'text', values: ({ issue, state }) => person(issue.reporter, state) }],
  ['creator', { kind: 'text', values: ({ issue, state }) => person(issue.reporter, state) }],
  ['created', { kind: 'time', values: ({ issue }) => [issue.created] }],
  ['updated', { kind: 'time', values: ({ issue }) => [issue.updated] }],
  ['resolved', { kind: 'time', values: ({ issue }) => one(issue.resolved) }],
  [
    'priority',
    {
      kind: 'rank',
      values: ({ issue }) => [issue.priority],
      // The highest is the first of the list.
      rank: (value) => -priorities.findIndex(({ name }) => name.toLowerCase() === value.toLowerCase()),
    },
  ],
])

function namesOf(issue: JiraIssue, { projects }: JiraState): readonly string[] {
  return projects.filter((each) => each.key === issue.project).flatMap(({ id, name }) => [id, name])
}

function categoryOf({ status }: JiraIssue): readonly string[] {
  return statuses.filter(({ name }) => name === status).map(({ category }) => category.name)
}
