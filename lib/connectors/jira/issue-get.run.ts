import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { issueGet } from './issue-get'
import { issueFields, toComment, toIssue } from './vendor'

const page = z.object({ comments: z.array(z.unknown()), total: z.number() })

export const behaviour: Behaviour<typeof issueGet, JiraClient> = {
  async run({ input: { key }, client: { jira, site } }) {
    const [issue, answer] = await Promise.all([
      jira.issues.getIssue({ issueIdOrKey: key, fields: issueFields }),
      jira.issueComments.getComments({ issueIdOrKey: key, orderBy: '-created', maxResults: 100 }),
    ])
    const { comments, total } = page.parse(answer)
    return {
      ...toIssue(issue, site),
      comments: comments.map(toComment).reverse(),
      comment_count: total,
    }
  },
}
