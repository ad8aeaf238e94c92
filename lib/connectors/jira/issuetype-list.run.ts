import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issuetypeList } from './issuetype-list'

const answer = z.object({
  issueTypes: z.array(
    z.object({ name: z.string(), description: z.string().nullish(), subtask: z.boolean().default(false) }),
  ),
})

export const behaviour: Behaviour<typeof issuetypeList, JiraClient> = {
  async run({ input: { project }, client: { jira } }) {
    const { issueTypes } = answer.parse(
      await jira.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: project, maxResults: 100 }),
    )
    // A sub-task cannot be created without the issue above it.
    const types = issueTypes.filter(({ subtask }) => !subtask)
    return { types: types.map(({ name, description }) => ({ name, description: description ?? '' })) }
  },
}
