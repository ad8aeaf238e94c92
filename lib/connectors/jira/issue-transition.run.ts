import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import { lookupLimit } from '../../net/lookup-limit'
import type { Behaviour } from '../contract'
import type { JiraClient } from './client'
import { isKeyMetadata, keyMetadata } from './effect-key'
import type { issueTransition } from './issue-transition'
import { vendorTransitions } from './vendor-transitions'

const current = z.object({ fields: z.object({ status: z.object({ name: z.string() }) }) })

const history = z.object({
  startAt: z.number(),
  total: z.number(),
  values: z.array(
    z.object({
      historyMetadata: z.unknown().optional(),
      items: z.array(z.object({ field: z.string(), toString: z.string().nullish() })).default([]),
    }),
  ),
})

/** Pages of 100 of the newest changes that a look-up goes through. */
const mostPages = 10

export const behaviour: Behaviour<typeof issueTransition, JiraClient> = {
  async run({ input: { key, status }, client: { jira }, idempotencyKey }) {
    const isWanted = (name: string) => name.toLowerCase() === status.trim().toLowerCase()
    const { transitions } = vendorTransitions.parse(await jira.issues.getTransitions({ issueIdOrKey: key }))
    const found = transitions.find(({ to }) => isWanted(to.name))
    if (!found) {
      const issue = await jira.issues.getIssue({ issueIdOrKey: key, fields: ['status'] })
      const { name } = current.parse(issue).fields.status
      if (isWanted(name)) return { key, status: name }
      const reachable = transitions.map(({ to }) => to.name)
      throw notReachable({ key, status, from: name, reachable })
    }
    await jira.issues.doTransition({
      issueIdOrKey: key,
      transition: { id: found.id },
      historyMetadata: keyMetadata(idempotencyKey),
    })
    return { key, status: found.to.name }
  },

  async lookup({ input: { key }, client: { jira }, idempotencyKey }) {
    const read = async (startAt: number) =>
      history.parse(await jira.issues.getChangeLogs({ issueIdOrKey: key, startAt, maxResults: 100 }))
    // The history begins with the oldest change, and the newest are wanted.
    let end = (await read(0)).total
    for (let pages = 0; pages < mostPages && end > 0; pages += 1) {
      const startAt = Math.max(0, end - 100)
      const { values } = await read(startAt)
      const done = values.find(({ historyMetadata }) => isKeyMetadata(historyMetadata, idempotencyKey))
      const change = done?.items.find(({ field }) => field === 'status')
      if (done) return { key, status: change?.toString ?? '' }
      end = startAt
    }
    if (end > 0) throw lookupLimit(key)
    return null
  },
}

type Refused = {
  readonly key: string
  readonly status: string
  readonly from: string
  readonly reachable: readonly string[]
}

function notReachable({ key, status, from, reachable }: Refused): HandrailError {
  const choices =
    reachable.length > 0 ? `Choose one of: ${reachable.join(', ')}.` : 'It can be moved nowhere.'
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.status',
    message: `${key} cannot be moved from “${from}” to “${status}”. ${choices}`,
  })
}
