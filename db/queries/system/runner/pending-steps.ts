import type { Statements } from './statements'

/** Counts what the run waits for, and sets whether its next call may run steps itself. The caller holds the run. */
export async function settlePending(
  sql: Statements,
  { runId, several }: { readonly runId: string; readonly several: boolean },
): Promise<number> {
  const [row] = await sql<{ pending: number }[]>`
    with pending as (
      select count(*)::int as pending from runner_steps where run_id = ${runId} and state <> 'done'
    ), flagged as (
      update runner_runs set force_plan = (pending.pending > 0 and (force_plan or ${several}))
      from pending
      where id = ${runId} and force_plan is distinct from (pending.pending > 0 and (force_plan or ${several}))
    )
    select pending from pending`
  return row?.pending ?? 0
}
