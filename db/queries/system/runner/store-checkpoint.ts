import { asInnerJson, asJson, type Statements } from './statements'

export type EndedStep = {
  readonly hash: string
  readonly name: string
  readonly op: string
  readonly data: unknown
}

type Checkpoint = {
  readonly runId: string
  readonly jobId: string
  readonly token: string
  readonly steps: readonly EndedStep[]
}

/**
 * Stores steps that ended within a call, if the call still holds its job. `false`: another process has taken the job
 * since, and nothing was stored. The first result of a step is the one that stays.
 */
export async function storeCheckpoint(sql: Statements, checkpoint: Checkpoint): Promise<boolean> {
  const rows = checkpoint.steps.map((step) => ({ ...step, data: asInnerJson(step.data) }))
  const [held] = await sql<{ id: string }[]>`
    with held as (
      select id, run_id from runner_jobs
      where id = ${checkpoint.jobId}::bigint and token = ${checkpoint.token} and run_id = ${checkpoint.runId}
      for share
    ), stored as (
      insert into runner_steps (run_id, hash, name, op, state, data)
      select held.run_id, step.hash, step.name, step.op, 'done', coalesce(step.data, 'null')::json
      from held, json_to_recordset(${asJson(rows)}::text::json)
        as step(hash text, name text, op text, data text)
      on conflict (run_id, hash) do update
        set state = 'done', op = excluded.op, data = excluded.data, error = null, ord = default
        where runner_steps.state <> 'done'
    )
    select id::text from held`
  return held !== undefined
}
