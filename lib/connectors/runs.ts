import 'server-only'
import type { Json } from '../core/json'
import type { Bound } from './runs/bind'
import { githubRuns } from './runs/github'
import { googleRuns } from './runs/google'
import { httpRuns } from './runs/http'
import { jiraRuns } from './runs/jira'
import { type ActionCall, perform, unknownAction } from './runs/perform'
import { postgresRuns } from './runs/postgres'
import { slackRuns } from './runs/slack'

export type { OpenConnection } from './contract'
export type { ActionCall } from './runs/perform'

const bound: readonly Bound[] = [
  ...githubRuns,
  ...jiraRuns,
  ...slackRuns,
  ...googleRuns,
  ...httpRuns,
  ...postgresRuns,
]

const byId = new Map(bound.map((each) => [each.action.id, each]))

/**
 * Performs one action and gives its output. The input is parsed, the call is guarded and limited in time, the output
 * is checked and the connection's secrets are taken out of it. Whatever is thrown is a `HandrailError`, whose `retry`
 * says whether the call may have been carried out.
 */
export async function runAction(call: ActionCall): Promise<Json> {
  return perform(boundAction(call), call, 'run')
}

/** Finds what an earlier call with this key did, or gives `null` when it did nothing. Only for `repeat: 'lookup'`. */
export async function lookupAction(call: ActionCall): Promise<Json | null> {
  return perform(boundAction(call), call, 'lookup')
}

function boundAction({ action }: ActionCall): Bound {
  const found = byId.get(action)
  if (!found) throw unknownAction(action)
  return found
}
