import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import { markdownToAdf } from './adf/from-markdown'
import type { JiraClient } from './client'
import { keyProperty } from './effect-key'
import { findIssue } from './find-issue.run'
import type { issueCreate } from './issue-create'
import { browseUrl } from './site'

const created = z.object({ id: z.string(), key: z.string(), self: z.string() })

export const behaviour: Behaviour<typeof issueCreate, JiraClient> = {
  async run({ input, client: { jira, site }, idempotencyKey }) {
    const { project, issue_type, summary, description, priority, labels, assignee } = input
    const { id, key, self } = created.parse(
      await jira.issues.createIssue({
        fields: {
          project: { key: project },
          issuetype: { name: issue_type },
          summary,
          ...(description ? { description: markdownToAdf(description) } : {}),
          ...(priority ? { priority: { name: priority } } : {}),
          ...(labels?.length ? { labels } : {}),
          ...(assignee ? { assignee: { accountId: assignee } } : {}),
        },
        properties: [keyProperty(idempotencyKey)],
      }),
    )
    return { key, issue_id: id, project, summary, url: browseUrl(key, { self, site }) }
  },

  async lookup({ input: { project, summary }, client, idempotencyKey }) {
    const found = await findIssue(client, { project, idempotencyKey })
    if (!found) return null
    const { id, key, self } = found
    return { key, issue_id: id, project, summary, url: browseUrl(key, { self, site: client.site }) }
  },
}
