import type { Statements } from './statements'

export type EndedRun = {
  readonly id: string
  readonly functionId: string
  readonly status: 'completed' | 'failed' | 'cancelled'
  readonly events: readonly unknown[]
  readonly output: unknown
  readonly error: unknown
}

/** What the events about a run's end say. */
export async function readRunEnd(sql: Statements, runId: string): Promise<EndedRun | null> {
  const [run] = await sql<EndedRun[]>`
    select id, function_id as "functionId", status, events, output, error
    from runner_runs where id = ${runId} and status <> 'running'`
  return run ?? null
}
