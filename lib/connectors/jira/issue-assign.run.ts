import 'server-only'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueAssign } from './issue-assign'

export const behaviour: Behaviour<typeof issueAssign, JiraClient> = {
  async run({ input: { key, assignee }, client: { jira } }) {
    // Not `assignIssue`, whose types know no way to say “nobody”.
    await jira.issues.editIssue({
      issueIdOrKey: key,
      fields: { assignee: assignee ? { accountId: assignee } : null },
    })
    return { key, assignee_id: assignee ?? '' }
  },
}
