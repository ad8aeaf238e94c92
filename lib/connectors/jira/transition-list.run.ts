import 'server-only'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import type { transitionList } from './transition-list'
import { vendorTransitions } from './vendor-transitions'

export const behaviour: Behaviour<typeof transitionList, JiraClient> = {
  async run({ input: { key }, client: { jira } }) {
    const { transitions } = vendorTransitions.parse(await jira.issues.getTransitions({ issueIdOrKey: key }))
    return {
      transitions: transitions.map(({ name, to }) => ({
        name,
        status: to.name,
        is_done: to.statusCategory.key === 'done',
      })),
    }
  },
}
