import type { JiraComment, JiraIssue, JiraProject, JiraState, JiraUser } from './state'
import { issueTypes, linkTypes, named, priorities, statuses } from './vocabulary'

/** What the answers of one Jira begin their links with, and what they are made from. */
export type Showing = { readonly state: JiraState; readonly baseUrl: string }

/** Times as Jira writes them: without a colon in the offset. */
export function jiraTime(iso: string): string {
  return iso.replace(/Z$/, '+0000')
}

export function showUser(user: JiraUser, { baseUrl }: Pick<Showing, 'baseUrl'>) {
  return {
    self: `${baseUrl}/rest/api/3/user?accountId=${user.accountId}`,
    accountId: user.accountId,
    accountType: user.type,
    emailAddress: user.email,
    displayName: user.name,
    active: true,
    timeZone: 'Etc/UTC',
  }
}

export function showPerson(accountId: string | null, showing: Showing) {
  const user = showing.state.users.find((each) => each.accountId === accountId)
  return user ? showUser(user, showing) : null
}

export function showProject(project: JiraProject, showing: Showing) {
  return {
    self: `${showing.baseUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    description: project.description,
    projectTypeKey: 'software',
    simplified: true,
    style: 'next-gen',
    isPrivate: false,
    lead: showPerson(project.lead, showing),
  }
}

export function showType(name: string, { baseUrl }: Pick<Showing, 'baseUrl'>) {
  const { id, description } = named(issueTypes, { name }) ?? issueTypes[0]
  const self = `${baseUrl}/rest/api/3/issuetype/${id}`
  return { self, id, name, description, subtask: false, hierarchyLevel: 0 }
}

export function showStatus(name: string, { baseUrl }: Pick<Showing, 'baseUrl'>) {
  const { id, category } = named(statuses, { name }) ?? statuses[0]
  const self = `${baseUrl}/rest/api/3/status/${id}`
  return { self, id, name, description: '', statusCategory: { ...category, colorName: 'blue-gray' } }
}

function showPriority(name: string, { baseUrl }: Showing) {
  const id = named(priorities, { name })?.id ?? '3'
  return { self: `${baseUrl}/rest/api/3/priority/${id}`, id, name }
}

export function showComment(comment: JiraComment, showing: Showing & { readonly withProperties?: boolean }) {
  return {
    self: `${showing.baseUrl}/rest/api/3/comment/${comment.id}`,
    id: comment.id,
    author: showPerson(comment.author, showing),
    updateAuthor: showPerson(comment.author, showing),
    body: comment.body,
    created: jiraTime(comment.created),
    updated: jiraTime(comment.updated),
    jsdPublic: true,
    ...(showing.withProperties ? { properties: comment.properties } : {}),
  }
}

export function showAttachment(attachment: JiraIssue['attachments'][number], showing: Showing) {
  const { id, filename, created, size, mimeType } = attachment
  const base = `${showing.baseUrl}/rest/api/3/attachment`
  return {
    self: `${base}/${id}`,
    id,
    filename,
    author: showPerson(attachment.author, showing),
    created: jiraTime(created),
    size,
    mimeType,
    content: `${base}/content/${id}`,
  }
}

export type IssueParts = {
  /** `*all` and `*navigable` give every field. */
  readonly fields: readonly string[]
  readonly properties: readonly string[]
}

/** An issue as the interface gives it, with the fields that were asked for. */
export function showIssue(issue: JiraIssue, showing: Showing, parts: IssueParts) {
  const all = fieldsOf(issue, showing)
  const isAll = parts.fields.some((field) => field.startsWith('*'))
  const fields = Object.fromEntries(
    Object.entries(all).filter(([name]) =>
      isAll ? !parts.fields.includes(`-${name}`) : parts.fields.includes(name),
    ),
  )
  const properties = issue.properties.filter(({ key }) => parts.properties.includes(key))
  return {
    id: issue.id,
    key: issue.key,
    self: selfOf(issue, showing),
    ...(parts.fields.length > 0 ? { fields } : {}),
    ...(properties.length > 0
      ? { properties: Object.fromEntries(properties.map(({ key, value }) => [key, value])) }
      : {}),
  }
}

export function selfOf({ id }: { readonly id: string }, { baseUrl }: Showing): string {
  return `${baseUrl}/rest/api/3/issue/${id}`
}

function fieldsOf(issue: JiraIssue, showing: Showing): Readonly<Record<string, unknown>> {
  const project = showing.state.projects.find(({ key }) => key === issue.project)
  return {
    summary: issue.summary,
    description: issue.description,
    project: project ? showProject(project, showing) : null,
    issuetype: showType(issue.type, showing),
    status: showStatus(issue.status, showing),
    priority: showPriority(issue.priority, showing),
    labels: issue.labels,
    reporter: showPerson(issue.reporter, showing),
    creator: showPerson(issue.reporter, showing),
    assignee: showPerson(issue.assignee, showing),
    created: jiraTime(issue.created),
    updated: jiraTime(issue.updated),
    resolution: issue.resolved ? { id: '10000', name: 'Done', description: '' } : null,
    resolutiondate: issue.resolved ? jiraTime(issue.resolved) : null,
    issuelinks: showLinks(issue, showing),
    attachment: issue.attachments.map((each) => showAttachment(each, showing)),
    comment: {
      comments: issue.comments.map((each) => showComment(each, showing)),
      total: issue.comments.length,
      maxResults: issue.comments.length,
      startAt: 0,
    },
  }
}

/** Seen from this issue: a link leads out of its source and into its target. */
function showLinks(issue: JiraIssue, showing: Showing) {
  return showing.state.links.flatMap(({ id, type: name, source, target }) => {
    const isSource = source === issue.key
    if (!isSource && target !== issue.key) return []
    const other = showing.state.issues.find(({ key }) => key === (isSource ? target : source))
    const type = named(linkTypes, { name })
    if (!other || !type) return []
    const { baseUrl } = showing
    const fields = {
      summary: other.summary,
      status: showStatus(other.status, showing),
      priority: showPriority(other.priority, showing),
      issuetype: showType(other.type, showing),
    }
    const shown = { id: other.id, key: other.key, self: selfOf(other, showing), fields }
    return {
      id,
      self: `${baseUrl}/rest/api/3/issueLink/${id}`,
      type: { ...type, self: `${baseUrl}/rest/api/3/issueLinkType/${type.id}` },
      ...(isSource ? { outwardIssue: shown } : { inwardIssue: shown }),
    }
  })
}
