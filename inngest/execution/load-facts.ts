import { database } from '@/db/client'
import { type FactRow, loadFactRows } from '@/db/queries/steps/load-facts'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome } from '@/lib/engine/contract'
import type { Fact } from './execution'

/** Everything that is stored of a run's ended steps, in one query. */
export async function loadFacts(scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId }) {
  const rows = await loadFactRows(database().db, scope)
  const facts = new Map(rows.filter((row) => row.endedAt).map((row) => [row.path, toFact(row)]))
  const tasks = new Map(rows.flatMap(({ path, task }) => (task === null ? [] : [[path, task]])))
  const bytes = rows.reduce(
    (sum, { body, output }) => sum + (body?.length ?? JSON.stringify(output)?.length ?? 0),
    0,
  )
  const given = rows.filter((row) => row.attempt === 0 && row.parent === null).map((row) => row.path)
  return { facts, tasks, bytes, given }
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
    return { status: 'succeeded', exit: row.exit ?? 'out', output: outputOf(row) }
  }
  if (row.status === 'failed' && row.error) {
    return { status: 'failed', error: row.error, ...(row.exit === null ? {} : { exit: row.exit }) }
  }
  return { status: 'skipped' }
}

function outputOf(row: FactRow): Json {
  if (!row.body) return row.output ?? null
  const value: Json = JSON.parse(row.body.toString('utf8'))
  return value
}
