import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { projectList } from './project-list'

const page = z.object({
  values: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string().nullish(),
      lead: z.object({ displayName: z.string().default('') }).nullish(),
    }),
  ),
})

export const behaviour: Behaviour<typeof projectList, JiraClient> = {
  async run({ input: { query, limit = 50 }, client: { jira } }) {
    const words = query?.trim()
    const { values } = page.parse(
      await jira.projects.searchProjects({
        maxResults: limit,
        orderBy: 'name',
        expand: 'description,lead',
        ...(words ? { query: words } : {}),
      }),
    )
    const projects = values.map(({ key, name, description, lead }) => ({
      key,
      name,
      description: description ?? '',
      lead: lead?.displayName ?? '',
    }))
    return { projects, count: projects.length }
  },
}
