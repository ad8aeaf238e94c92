import type { Statements } from './statements'

/** The run and step that wait for the signal. Hold the run, then take the wait with `takeSignal`. */
export async function findSignal(
  sql: Statements,
  signal: string,
): Promise<{ readonly runId: string; readonly step: string } | null> {
  const [wait] = await sql<{ runId: string; step: string }[]>`
    select run_id as "runId", step from runner_waits where signal = ${signal}`
  return wait ?? null
}

/**
 * The same, with the run and the wait locked until the transaction ends: nothing where somebody else holds one of them,
 * for transactions that should not wait for the runner's.
 */
export async function holdSignal(
  sql: Statements,
  signal: string,
): Promise<{ readonly runId: string; readonly step: string } | null> {
  const [wait] = await sql<{ runId: string; step: string }[]>`
    select wait.run_id as "runId", wait.step
    from runner_waits wait join runner_runs run on run.id = wait.run_id
    where wait.signal = ${signal} and run.status = 'running'
    for no key update of run, wait skip locked`
  return wait ?? null
}

/** Is the signal still awaited by this step? The caller holds the run. */
export async function isSignalAwaited(
  sql: Statements,
  wait: { readonly signal: string; readonly runId: string; readonly step: string },
): Promise<boolean> {
  const [row] = await sql<{ step: string }[]>`
    select step from runner_waits
    where signal = ${wait.signal} and run_id = ${wait.runId} and step = ${wait.step} for update`
  return row !== undefined
}
