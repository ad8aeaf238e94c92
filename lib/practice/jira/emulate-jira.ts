import { createEmulator, defineEmulator } from 'emulate'
import { botAtlassianId } from '../seed/people'
import type { Emulated } from '../services/service'
import { routesOf } from './call'
import { commentRoutes } from './routes/comments'
import { issueRoutes } from './routes/issues'
import { linkAndFileRoutes } from './routes/links-and-files'
import { searchRoutes } from './routes/search'
import { siteRoutes } from './routes/site'
import { type JiraState, jiraStateSchema } from './state'

/** The site's id, under which Atlassian's gateway finds it. */
export const practiceCloudId = '11111111-2222-4333-8444-555555555555'

/**
 * A Jira Cloud of our own: the part of its interface, version 3, that people's workflows use, with its rules and its
 * refusals. It answers as a site does, at the root, and as Atlassian's gateway does, under `/ex/jira/{cloudId}`.
 */
export async function emulateJira(baseUrl: string): Promise<Emulated> {
  const held: { state?: JiraState } = {}
  const jira = defineEmulator<JiraState>({
    name: 'jira',
    state: () => ({ lastId: 20_000, users: [], projects: [], issues: [], links: [] }),
    setup({ app, state }) {
      held.state = state
      const on = routesOf(app, { state, baseUrl, accountId: botAtlassianId })
      on('get', '/oauth/token/accessible-resources', () => [
        {
          id: practiceCloudId,
          name: 'acme',
          url: baseUrl,
          scopes: ['read:jira-work', 'write:jira-work', 'read:jira-user'],
          avatarUrl: `${baseUrl}/avatar.png`,
        },
      ])
      siteRoutes(on)
      searchRoutes(on)
      issueRoutes(on)
      commentRoutes(on)
      linkAndFileRoutes(on)
    },
  })
  const emulator = await createEmulator({ service: jira, baseUrl, listen: false })
  const state = (): JiraState => {
    if (!held.state) throw new Error('emulate did not start Jira.')
    return held.state
  }
  return {
    handle: async (request) => emulator.fetch(await atSite(request)),
    snapshot: () => structuredClone(state()),
    restore: (saved) => void Object.assign(state(), jiraStateSchema.parse(saved)),
  }
}

const gateway = /^\/ex\/jira\/([^/]+)(?=\/)/

/** The same request without the gateway's part of the path; another site's stays as it is, and is not found. */
async function atSite(request: Request): Promise<Request> {
  const url = new URL(request.url)
  if (gateway.exec(url.pathname)?.[1] !== practiceCloudId) return request
  url.pathname = url.pathname.replace(gateway, '')
  return new Request(url, request)
}
