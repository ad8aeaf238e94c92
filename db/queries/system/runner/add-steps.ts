import { asInnerJson, asJson, type Statements } from './statements'

export type NewStep = {
  readonly hash: string
  readonly name: string
  readonly op: string
  readonly state: 'planned' | 'waiting' | 'done'
  readonly race: boolean
  readonly data: unknown
  /** Present for a step that failed for good. */
  readonly error: unknown
}

/**
 * Stores the steps that a call reported. A step that is known stays as it is, except that a pending one may end.
 * Returns the hashes of the steps that were new. The caller holds the run.
 */
export async function addSteps(
  sql: Statements,
  { runId, steps }: { readonly runId: string; readonly steps: readonly NewStep[] },
): Promise<ReadonlySet<string>> {
  const given = steps.map((step) => ({
    ...step,
    data: asInnerJson(step.data),
    error: asInnerJson(step.error),
  }))
  const rows = await sql<{ hash: string; added: boolean }[]>`
    insert into runner_steps (run_id, hash, name, op, state, race, data, error)
    select ${runId}, step.hash, step.name, step.op, step.state, step.race,
           case when step.state = 'done' then coalesce(step.data, 'null')::json end, step.error::json
    from json_to_recordset(${asJson(given)}::text::json)
      as step(hash text, name text, op text, state text, race boolean, data text, error text)
    on conflict (run_id, hash) do update
      set state = 'done', op = excluded.op, data = excluded.data, error = excluded.error, ord = default
      where runner_steps.state <> 'done' and excluded.state = 'done'
    returning hash, (xmax = 0) as added`
  return new Set(rows.filter((row) => row.added).map((row) => row.hash))
}
