import type { Statements } from './statements'

/** Forgets runs and events that ended long ago, a thousand at a time. Returns how many went. */
export async function forgetOld(sql: Statements, days: number): Promise<number> {
  const runs = await sql`
    delete from runner_runs where id in (
      select id from runner_runs where ended_at < now() - ${days}::int * interval '1 day' limit 1000)`
  const events = await sql`
    delete from runner_events where id in (
      select id from runner_events where created_at < now() - ${days}::int * interval '1 day' limit 1000)`
  return runs.count + events.count
}
