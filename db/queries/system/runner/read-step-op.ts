import type { Statements } from './statements'

/** What kind of step it is. */
export async function readStepOp(
  sql: Statements,
  { runId, hash }: { readonly runId: string; readonly hash: string },
): Promise<string | null> {
  const [step] = await sql<{ op: string }[]>`
    select op from runner_steps where run_id = ${runId} and hash = ${hash}`
  return step?.op ?? null
}
