import { database } from '@/db/client'
import { findExecution } from '@/db/queries/runs/find-execution'
import type { RunId, VersionId, WorkspaceId } from '@/lib/core/ids'
import type { Outcome, Plan, RunState, StepPath } from '@/lib/engine/contract'
import { plannedVersion, planOf } from '@/lib/services/runs/start/planned-version'
import { storedJson } from '@/lib/services/runs/stored-json'
import { cancellationOf } from './cancellation'
import type { DurableSteps } from './durable-steps'
import type { Execution } from './execution'
import { factsOfLevel, loadFacts } from './load-facts'

export type LoadedExecution = { readonly execution: Execution; readonly state: RunState }

export type RunScope = { readonly workspaceId: WorkspaceId; readonly runId: RunId }

/**
 * Loads a run and all that it knows. Undefined: there is nothing to execute, because the run was deleted or has ended.
 * Facts that the run was given when it was made (a retry's earlier steps) go into its state; facts of its own come
 * back through the runtime's memo, so that a replay asks for the same steps in the same order.
 */
export async function loadExecution(
  scope: RunScope,
  steps: DurableSteps,
  { attempt, versionId }: { readonly attempt: number; readonly versionId?: VersionId | undefined },
): Promise<LoadedExecution | undefined> {
  // What is asked about its steps follows from its version: with a plan at hand both are asked together.
  const plan = versionId && (await planOf({ workspaceId: scope.workspaceId, versionId }))
  const [loaded, early] = await Promise.all([
    loadRun(scope, steps, attempt),
    plan && loadFacts(scope, factsOfLevel({ plan, item: null })),
  ])
  if (!loaded) return undefined
  const { execution, state } = loaded
  const isSame = execution.run.versionId === versionId
  const { outcomes } = await learnFacts(execution, isSame ? early : undefined)
  return { execution, state: { ...state, outcomes } }
}

/** Loads a run without the facts of its steps. */
export async function loadRun(
  scope: RunScope,
  steps: DurableSteps,
  attempt: number,
): Promise<LoadedExecution | undefined> {
  const row = await findExecution(database().db, scope)
  if (!row || row.run.endedAt) return undefined
  const planned = await plannedVersion({ workspaceId: scope.workspaceId, versionId: row.run.versionId })
  if (!planned) return undefined
  const execution: Execution = {
    run: row.run,
    scope,
    workflowName: row.workflowName,
    policy: row.policy,
    ...planned,
    item: null,
    steps,
    attempt,
    facts: new Map(),
    winners: new Map(),
    tasks: new Map(),
    pending: new Map(),
    size: { bytes: 0 },
    signal: cancellationOf(row.run.id),
  }
  const input = storedJson(row.inputBody, row.run.input)
  return {
    execution,
    state: {
      trigger: { node: row.run.trigger, output: input },
      now: row.run.createdAt.getTime(),
      outcomes: new Map(),
    },
  }
}

/** The same run at work on one item of a loop. */
export function executionOfItem(execution: Execution, plan: Plan, item: StepPath): Execution {
  return {
    ...execution,
    plan,
    item,
    facts: new Map(),
    winners: new Map(),
    tasks: new Map(),
    size: { bytes: 0 },
  }
}

/** Takes in what is stored of this level's steps. Answers what the run was given of them, by node id. */
export async function learnFacts(
  execution: Execution,
  known?: Awaited<ReturnType<typeof loadFacts>>,
): Promise<Pick<RunState, 'outcomes'>> {
  const { facts, tasks, winners, bytes, given } =
    known ?? (await loadFacts(execution.scope, factsOfLevel(execution)))
  for (const [path, fact] of facts) execution.facts.set(path, fact)
  for (const [path, task] of tasks) execution.tasks.set(path, task)
  for (const [path, from] of winners) execution.winners.set(path, from)
  execution.size.bytes += bytes
  const outcomes = new Map<string, Outcome>()
  for (const path of given) {
    const fact = facts.get(path)
    if (fact) outcomes.set(nodeIdOf(path), fact.outcome)
  }
  return { outcomes }
}

function nodeIdOf(path: StepPath): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
