import { toDocument } from '../jira/document-text'
import { type JiraIssue, type JiraState, jiraStateSchema } from '../jira/state'
import type { Emulated } from '../services/service'
import { jiraIssues, jiraLinks, jiraProjects, type SeedJiraIssue } from './jira-issues'
import { botAtlassianId, people } from './people'

const hour = 3_600_000

/** Lets the people of the practice company plan their work, at times before `now`. */
export async function seedJira(emulated: Emulated, { now }: { readonly now: number }): Promise<void> {
  const at = (age: number) => new Date(now - age * hour).toISOString()
  let lastId = 10_000
  const newId = () => {
    lastId += 1
    return String(lastId)
  }
  const projects = jiraProjects.map((project) => ({
    ...project,
    id: newId(),
    lead: idOf(project.lead),
    last: 0,
  }))
  const issues = jiraIssues.map((seed): JiraIssue => {
    const project = projects.find(({ key }) => key === seed.project)
    if (!project) throw new Error(`The seed has no project ${seed.project}.`)
    project.last += 1
    return toIssue(seed, { id: newId(), number: project.last, newId, at })
  })
  const state: JiraState = {
    users: [
      { accountId: botAtlassianId, name: 'Handrail', email: 'handrail@acme.example', type: 'app' },
      ...people.map(({ login, name, atlassianId }) => ({
        accountId: atlassianId,
        name,
        email: `${login}@acme.example`,
        type: 'atlassian' as const,
      })),
    ],
    projects,
    issues,
    links: jiraLinks.map((link) => ({ id: newId(), ...link })),
    lastId: 20_000,
  }
  emulated.restore(jiraStateSchema.parse(state))
}

type Making = {
  readonly id: string
  readonly number: number
  newId(): string
  at(age: number): string
}

function toIssue(seed: SeedJiraIssue, { id, number, newId, at }: Making): JiraIssue {
  const { project, type, summary, status, priority, labels = [], comments = [] } = seed
  const last = at(Math.min(seed.age, ...comments.map(({ age }) => age)))
  return {
    id,
    key: `${project}-${number}`,
    project,
    type,
    summary,
    description: toDocument(seed.description),
    status,
    priority,
    labels: [...labels],
    reporter: idOf(seed.reporter),
    assignee: seed.assignee ? idOf(seed.assignee) : null,
    created: at(seed.age),
    updated: last,
    resolved: status === 'Done' ? last : null,
    comments: comments.map(({ author, age, body }) => ({
      id: newId(),
      author: idOf(author),
      body: toDocument(body),
      created: at(age),
      updated: at(age),
      properties: [],
    })),
    attachments: [],
    properties: [],
    changes: [],
  }
}

function idOf(login: string): string {
  const found = people.find((each) => each.login === login)
  if (!found) throw new Error(`Nobody of the practice company is called ${login}.`)
  return found.atlassianId
}
