import { eq, sql } from 'drizzle-orm'
import type { Database, DatabaseHandle } from '../../client'
import { practiceStates } from '../../schema/connections'

/** What a practice service saved last, as it was given; `null` when it never did. */
export async function loadPracticeState(db: Database, service: string): Promise<unknown> {
  const [row] = await db
    .select({ state: practiceStates.state })
    .from(practiceStates)
    .where(eq(practiceStates.service, service))
  return row?.state ?? null
}

/**
 * Makes `host` the one whose saves count, from this moment on: what another one is just saving is waited for, so that
 * a state loaded after this call is the last.
 */
export async function claimPractice(db: Database, host: string): Promise<void> {
  await db.execute(sql`
    insert into practice_states (service, state, saved_at) values ('host', to_jsonb(${host}::text), now())
    on conflict (service) do update set state = excluded.state, saved_at = excluded.saved_at`)
}

/**
 * Saves for `host`, unless another one has claimed the services since: then nothing is saved and the answer is `false`.
 * `json` is text already: the caller has taken out what `jsonb` refuses.
 */
export async function savePracticeState(
  db: Database,
  { host, service, json }: { host: string; service: string; json: string },
): Promise<boolean> {
  const saved = await db.execute(sql`
    with turn as (
      select 1 from practice_states where service = 'host' and state = to_jsonb(${host}::text) for share)
    insert into practice_states (service, state, saved_at) select ${service}, ${json}::text::jsonb, now() from turn
    on conflict (service) do update set state = excluded.state, saved_at = excluded.saved_at
    returning service`)
  return saved.length > 0
}

/** A session that may hold the lock of the one process that hosts the practice services. */
export type PracticeLock = {
  /** Does this session hold the lock, now or already? Throws when the database cannot be reached. */
  hold(): Promise<boolean>
  release(): Promise<void>
}

const lockKey = 7_261_502_044

/** The lock lives as long as its session: the database gives it up when the process dies. */
export function openPracticeLock(handle: DatabaseHandle): PracticeLock {
  const session = handle.session('handrail practice')
  return {
    // Asked anew each time, since a broken session is changed for a fresh one without a word. A session may take its
    // own lock again.
    async hold() {
      const [row] = await session<{ held: boolean }[]>`select pg_try_advisory_lock(${lockKey}) as held`
      return row?.held ?? false
    },
    release: () => session.end({ timeout: 5 }),
  }
}
