import 'server-only'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueLink } from './issue-link'

export const behaviour: Behaviour<typeof issueLink, JiraClient> = {
  async run({ input: { key, kind, other }, client: { jira } }) {
    // Jira’s words are for the ends of the arrow: what it calls inward is where the link begins.
    await jira.issueLinks.linkIssues({
      type: { name: kind },
      inwardIssue: { key },
      outwardIssue: { key: other },
    })
    return { key, kind, other }
  },
}
