import { asJson, type Statements } from './statements'

/** The class of the advisory locks by which processes show that they live. */
export const ownerLock = 4711

/** Shows that this process lives, for as long as its connection does. Returns the connection's process id. */
export async function showPresence(sql: Statements, owner: number): Promise<number> {
  const [row] = await sql<{ backend: number }[]>`
    select pg_backend_pid() as backend from (select pg_advisory_lock(${ownerLock}::int, ${owner}::int)) as held`
  return row?.backend ?? 0
}

/** The connection's process id: another one than before means that the connection and its locks were lost. */
export async function backendOf(sql: Statements): Promise<number> {
  const [row] = await sql<{ backend: number }[]>`select pg_backend_pid() as backend`
  return row?.backend ?? 0
}

type Held = { readonly owner: number; readonly tokens: readonly string[]; readonly leaseMs: number }

/**
 * Frees jobs that stand under this process's name and are not under way in it: the answer to their lease was lost
 * with a connection. A lease younger than five seconds may still be on its way.
 */
export async function freeForgottenJobs(sql: Statements, { owner, tokens, leaseMs }: Held): Promise<number> {
  const freed = await sql`
    update runner_jobs set token = null, owner = null, lease_until = null
    where owner = ${owner} and lease_until < now() + (${leaseMs}::float8 - 5000) * interval '1 millisecond'
      and token not in (select json_array_elements_text(${asJson(tokens)}::text::json))`
  return freed.count
}

/** Renews the leases of the calls that are under way here. */
export async function renewLeases(
  sql: Statements,
  { tokens, leaseMs }: { readonly tokens: readonly string[]; readonly leaseMs: number },
): Promise<void> {
  await sql`
    update runner_jobs set lease_until = now() + ${leaseMs}::float8 * interval '1 millisecond'
    where token in (select json_array_elements_text(${asJson(tokens)}::text::json))`
}
