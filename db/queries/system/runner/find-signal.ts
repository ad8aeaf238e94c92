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
