import 'server-only'
import { HandrailError } from '../../core/errors'
import type { Behaviour } from '../contract'
import { markdownToAdf } from './adf/from-markdown'
import type { JiraClient } from './client'
import type { issueEdit } from './issue-edit'

export const behaviour: Behaviour<typeof issueEdit, JiraClient> = {
  async run({ input: { key, summary, description, priority, labels }, client: { jira } }) {
    const fields = {
      ...(summary === undefined ? {} : { summary }),
      ...(description === undefined ? {} : { description: markdownToAdf(description) }),
      ...(priority === undefined ? {} : { priority: { name: priority } }),
      ...(labels === undefined ? {} : { labels }),
    }
    const changed = Object.keys(fields)
    if (changed.length === 0) {
      throw new HandrailError({
        code: 'invalid_input',
        who: 'user',
        retry: 'no',
        message: 'This step sets no field of the issue. Fill in what shall change.',
      })
    }
    await jira.issues.editIssue({ issueIdOrKey: key, fields })
    return { key, changed }
  },
}
