import { database } from '@/db/client'
import { type FactFilter, type FactRow, loadFactRows } from '@/db/queries/steps/load-facts'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import type { Outcome, Plan } from '@/lib/engine/contract'
import { storedJson } from '@/lib/services/runs/stored-json'
import type { Execution, Fact } from './execution'
import { pathOfNode } from './step-row'

/** Everything that is stored of a run's ended steps as far as it is asked for, in one query. */
export async function loadFacts(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  filter: FactFilter,
) {
  const rows = await loadFactRows(database().db, { ...scope, ...filter })
  const facts = new Map(rows.filter((row) => row.endedAt).map((row) => [row.path, toFact(row)]))
  const tasks = new Map(rows.flatMap(({ path, task }) => (task === null ? [] : [[path, task]])))
  const bytes = rows.reduce(
    (sum, { body, output }) => sum + (body?.length ?? JSON.stringify(output)?.length ?? 0),
    0,
  )
  const winners = new Map(rows.flatMap(({ path, wonBy }) => (wonBy === null ? [] : [[path, wonBy]])))
  const given = rows.filter((row) => row.attempt === 0 && row.endedAt).map((row) => row.path)
  return { facts, tasks, winners, bytes, given }
}

/** The steps of one level, with what its agents did: the top of a run, or one item of a loop. */
export function factsOfLevel({
  plan,
  item,
}: {
  readonly plan: Plan
  readonly item: string | null
}): FactFilter {
  const agents = [...plan.nodes.values()].filter(({ node }) => node.type === 'agent')
  return { partsOf: [item, ...agents.map(({ node }) => pathOfNode({ item }, node.id))] }
}

/** Loads again what is stored, for a step that turned out to have ended. */
export async function refreshFacts(execution: Execution): Promise<void> {
  const { facts, winners } = await loadFacts(execution.scope, factsOfLevel(execution))
  for (const [path, fact] of facts) execution.facts.set(path, fact)
  for (const [path, from] of winners) execution.winners.set(path, from)
}

function toFact(row: FactRow): Fact {
  return {
    outcome: toOutcome(row),
    tokensIn: row.tokensIn ?? 0,
    tokensOut: row.tokensOut ?? 0,
    cost: row.cost ?? 0,
    refusal:
      row.status === 'skipped' && row.exit !== null
        ? { rule: row.exit, message: row.error?.message ?? '' }
        : null,
  }
}

function toOutcome(row: FactRow): Outcome {
  if (row.status === 'succeeded') {
    return { status: 'succeeded', exit: row.exit ?? 'out', output: storedJson(row.body, row.output) }
  }
  if (row.status === 'failed' && row.error) {
    return { status: 'failed', error: row.error, ...(row.exit === null ? {} : { exit: row.exit }) }
  }
  return { status: row.status === 'cancelled' ? 'cancelled' : 'skipped' }
}
