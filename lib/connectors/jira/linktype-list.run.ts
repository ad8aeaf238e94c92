import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { linktypeList } from './linktype-list'

const answer = z.object({
  issueLinkTypes: z.array(z.object({ name: z.string(), outward: z.string(), inward: z.string() })),
})

export const behaviour: Behaviour<typeof linktypeList, JiraClient> = {
  async run({ client: { jira } }) {
    return { kinds: answer.parse(await jira.issueLinkTypes.getIssueLinkTypes()).issueLinkTypes }
  },
}
