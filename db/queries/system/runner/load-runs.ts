import { asJson, type Statements } from './statements'

export type RunState = {
  readonly id: string
  readonly functionId: string
  readonly events: readonly unknown[]
  readonly forcePlan: boolean
  /** The ended steps in the order in which they ended, as JSON text: `[{ "hash", "data", "error" }]`. */
  readonly steps: string
}

/**
 * What calls of these runs need to know. It must be a statement of its own after the lease: one statement sees the
 * state of its start, which may be older than the lease that it takes.
 */
export async function loadRuns(sql: Statements, runIds: readonly string[]): Promise<RunState[]> {
  return await sql<RunState[]>`
    select run.id, run.function_id as "functionId", run.events, run.force_plan as "forcePlan",
      coalesce((
        select json_agg(json_build_object('hash', step.hash, 'data', step.data, 'error', step.error) order by step.ord)
        from runner_steps step where step.run_id = run.id and step.state = 'done'
      )::text, '[]') as steps
    from runner_runs run
    where run.id in (select json_array_elements_text(${asJson(runIds)}::text::json))`
}
