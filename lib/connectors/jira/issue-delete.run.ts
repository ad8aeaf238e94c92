import 'server-only'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueDelete } from './issue-delete'

export const behaviour: Behaviour<typeof issueDelete, JiraClient> = {
  async run({ input: { key }, client: { jira } }) {
    await jira.issues.deleteIssue({ issueIdOrKey: key })
    return { key }
  },
}
