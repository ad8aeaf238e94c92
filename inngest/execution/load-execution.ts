import { database } from '@/db/client'
import { findExecution } from '@/db/queries/runs/find-execution'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome, RunState } from '@/lib/engine/contract'
import { plannedVersion } from '@/lib/services/runs/start/planned-version'
import { cancellationOf } from './cancellation'
import type { DurableSteps } from './durable-steps'
import type { Execution } from './execution'
import { loadFacts } from './load-facts'

export type LoadedExecution = { readonly execution: Execution; readonly state: RunState }

/**
 * Loads a run and all that it knows. Undefined: there is nothing to execute, because the run was deleted or has ended.
 * Facts that the run was given when it was made (a retry's earlier steps) go into its state; facts of its own come
 * back through the runtime's memo, so that a replay asks for the same steps in the same order.
 */
export async function loadExecution(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  steps: DurableSteps,
  attempt: number,
): Promise<LoadedExecution | undefined> {
  const [row, stored] = await Promise.all([findExecution(database().db, scope), loadFacts(scope)])
  if (!row || row.run.endedAt) return undefined
  const planned = await plannedVersion({ workspaceId: scope.workspaceId, versionId: row.run.versionId })
  if (!planned) return undefined
  const { facts, tasks, bytes, given } = stored
  const execution: Execution = {
    run: row.run,
    scope,
    workflowName: row.workflowName,
    policy: row.policy,
    ...planned,
    steps,
    attempt,
    facts,
    tasks,
    pending: new Map(),
    size: { bytes },
    signal: cancellationOf(row.run.id),
  }
  const outcomes = new Map<string, Outcome>()
  for (const path of given) {
    const fact = facts.get(path)
    if (fact) outcomes.set(path, fact.outcome)
  }
  const input: Json = row.inputBody ? JSON.parse(row.inputBody.toString('utf8')) : row.run.input
  return {
    execution,
    state: {
      trigger: { node: row.run.trigger, output: input },
      now: row.run.createdAt.getTime(),
      outcomes,
    },
  }
}
