import type postgres from 'postgres'

const tables = [
  ...['runs', 'steps', 'artifacts', 'approvals', 'decisions', 'effects'],
  ...['runner_runs', 'runner_steps', 'runner_jobs', 'runner_waits', 'runner_events'],
]

/**
 * Stops the product before it commits a chosen transaction, from inside the database: no hook in the product. A
 * trigger counts each transaction at its first write; the chosen one sleeps there, and a kill then lands exactly
 * between two commits.
 */
export type WriteGate = {
  /** Counts from nought, stopping nothing. */
  count(): Promise<void>
  /** How many transactions wrote since `count` or `hold`. */
  counted(): Promise<number>
  /** Counts from nought and stops the transaction of this number. */
  hold(number: number): Promise<void>
  /** Whether the chosen transaction stands still: to be counted is a moment earlier. */
  isHolding(): Promise<boolean>
  /** Ends the stopped transaction, which is rolled back, and lets all others pass. */
  release(): Promise<void>
}

export async function installWriteGate(sql: postgres.Sql): Promise<WriteGate> {
  await sql.unsafe(`
    create sequence if not exists fault_count minvalue 0 start 0;
    create table if not exists fault_target (number bigint not null);
    create or replace function fault_gate() returns trigger language plpgsql as $$
    declare
      mine text := pg_current_xact_id()::text;
      target bigint;
    begin
      if coalesce(current_setting('handrail.fault_transaction', true), '') = mine then return null; end if;
      perform set_config('handrail.fault_transaction', mine, true);
      select number into target from fault_target;
      if found and nextval('fault_count') = target then perform pg_sleep(600); end if;
      return null;
    end $$;
  `)
  for (const table of tables) {
    await sql.unsafe(
      `create or replace trigger fault_gate before insert or update or delete on ${table} for each statement execute function fault_gate()`,
    )
  }
  const arm = async (number: number) => {
    await sql`delete from fault_target`
    await sql`select setval('fault_count', 0, false)`
    await sql`insert into fault_target values (${number})`
  }
  return {
    count: () => arm(-1),
    counted: async () => {
      const [row] = await sql<{ value: string }[]>`
        select case when is_called then last_value + 1 else 0 end as value from fault_count`
      return Number(row?.value ?? 0)
    },
    hold: arm,
    isHolding: async () => {
      const asleep = await sql`select 1 from pg_stat_activity where wait_event = 'PgSleep'`
      return asleep.length > 0
    },
    release: async () => {
      await sql`delete from fault_target`
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event = 'PgSleep' and pid <> pg_backend_pid()`
    },
  }
}
