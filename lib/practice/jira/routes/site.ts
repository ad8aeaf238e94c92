import { type JiraCall, pageOf, type routesOf } from '../call'
import { JiraRefusal } from '../refusal'
import { showProject, showStatus, showType, showUser } from '../show'
import type { JiraProject } from '../state'
import { issueTypes, linkTypes, statuses } from '../vocabulary'

/** What a site has before anybody writes an issue: people, projects, types and kinds of links. */
export function siteRoutes(on: ReturnType<typeof routesOf>): void {
  on('get', '/rest/api/3/serverInfo', ({ baseUrl, now }) => ({
    baseUrl,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    serverTime: now.replace('Z', '+0000'),
    serverTitle: 'Acme',
  }))
  on('get', '/rest/api/3/myself', (call) => {
    const user = call.state.users.find(({ accountId }) => accountId === call.accountId)
    return user ? showUser(user, call) : new JiraRefusal(401, {}).toResponse()
  })
  on('get', '/rest/api/3/user/search', people)
  on('get', '/rest/api/3/user/assignable/search', (call) => {
    const project = call.query('project') ?? call.query('issueKey')?.split('-')[0]
    if (project) projectOf(call, project)
    return people(call)
  })
  on('get', '/rest/api/3/project/search', (call) => {
    const words = (call.query('query') ?? '').toLowerCase()
    const found = call.state.projects.filter(({ key, name }) =>
      `${key} ${name}`.toLowerCase().includes(words),
    )
    return pageOf(
      call,
      found.map((project) => showProject(project, call)),
    )
  })
  on('get', '/rest/api/3/project/:project', (call) =>
    showProject(projectOf(call, call.param('project')), call),
  )
  on('get', '/rest/api/3/issuetype', (call) => issueTypes.map(({ name }) => showType(name, call)))
  on('get', '/rest/api/3/issue/createmeta/:project/issuetypes', (call) => {
    projectOf(call, call.param('project'))
    const types = issueTypes.map(({ name }) => showType(name, call))
    const { values, ...page } = pageOf(call, types)
    return { ...page, issueTypes: values }
  })
  on('get', '/rest/api/3/status', (call) => statuses.map(({ name }) => showStatus(name, call)))
  on('get', '/rest/api/3/issueLinkType', ({ baseUrl }) => ({
    issueLinkTypes: linkTypes.map((type) => ({
      ...type,
      self: `${baseUrl}/rest/api/3/issueLinkType/${type.id}`,
    })),
  }))
}

function people(call: JiraCall) {
  const words = (call.query('query') ?? '').toLowerCase()
  const found = call.state.users.filter(({ accountId, name, email, type }) =>
    type === 'atlassian' ? `${name} ${email}`.toLowerCase().includes(words) || accountId === words : false,
  )
  return pageOf(
    call,
    found.map((user) => showUser(user, call)),
  ).values
}

export function projectOf({ state }: Pick<JiraCall, 'state'>, keyOrId: string): JiraProject {
  const found = state.projects.find(({ id, key }) => id === keyOrId || key === keyOrId.toUpperCase())
  if (found) return found
  throw new JiraRefusal(404, { general: `No project could be found with key '${keyOrId}'.` })
}
