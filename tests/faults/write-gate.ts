import type postgres from 'postgres'

const tables = [
  ...['runs', 'steps', 'artifacts', 'approvals', 'decisions', 'effects'],
  ...['runner_runs', 'runner_steps', 'runner_jobs', 'runner_waits'],
]

/** How many runs can be stopped at once. */
export const places = 6

/** The run that was started with this number as its input `n`, and which of its transactions is to be stopped. */
export type Target = { readonly run: number; readonly transaction: number }

/**
 * Stops the product before it commits a chosen transaction, from inside the database: no hook in the product. A
 * trigger counts, for each chosen run, the transactions that write something of it; the chosen one sleeps there, and a
 * kill then lands exactly between two commits. Several runs can be stopped at once, each at a moment of its own.
 */
export type WriteGate = {
  /** Counts the transactions of this run from nought, stopping nothing. */
  count(workflow: string, run: number): Promise<void>
  /** How many transactions wrote something of the run that is counted. */
  counted(): Promise<number>
  /** Stops each of these runs (at most `places`) in its transaction. */
  hold(workflow: string, targets: readonly Target[]): Promise<void>
  /** The runs that stand still in their transaction: to be counted is a moment earlier. */
  holding(): Promise<ReadonlySet<number>>
  /** Ends the stopped transactions, which are rolled back, and lets all others pass. */
  release(): Promise<void>
  /** Takes the triggers away: what is measured next is not slowed down by them. */
  remove(): Promise<void>
}

export async function installWriteGate(sql: postgres.Sql): Promise<WriteGate> {
  for (let place = 0; place < places; place++)
    await sql.unsafe(`create sequence if not exists fault_count_${place} minvalue 0 start 0`)
  await sql.unsafe(`
    create table if not exists fault_target (
      workflow text not null, n bigint not null, place int not null, number bigint not null);
    create or replace function fault_gate() returns trigger language plpgsql as $$
    declare
      written record;
      changed text;
      target fault_target;
      seen text := coalesce(current_setting('handrail.fault_seen', true), '');
    begin
      if not exists (select from fault_target) then return null; end if;
      if tg_op = 'DELETE' then written := old; else written := new; end if;
      if tg_table_name = 'runs' then
        changed := written.id;
      elsif tg_table_name = 'decisions' then
        select run_id into changed from approvals where id = written.approval_id;
      elsif tg_table_name = 'runner_runs' then
        changed := substring(written.events::text from 'run_[0-9A-Za-z_-]+');
      elsif tg_table_name like 'runner%' then
        select substring(events::text from 'run_[0-9A-Za-z_-]+') into changed
        from runner_runs where id = written.run_id;
      else
        changed := written.run_id;
      end if;
      select fault_target.* into target from fault_target join runs
      on runs.workflow_id = workflow and runs.input->>'n' = n::text where runs.id = changed;
      if not found then return null; end if;
      -- Once for each transaction and run. What was noted in another transaction of this session does not count.
      changed := pg_current_xact_id()::text || ':' || target.place || ' ';
      if position(changed in seen) > 0 then return null; end if;
      perform set_config('handrail.fault_seen', seen || changed, true);
      if nextval('fault_count_' || target.place) = target.number then
        perform set_config('application_name', 'stopped ' || target.n, false);
        perform pg_sleep(600);
      end if;
      return null;
    end $$;
  `)
  for (const table of tables) {
    await sql.unsafe(
      `create or replace trigger fault_gate after insert or update or delete on ${table} for each row execute function fault_gate()`,
    )
  }
  const arm = async (workflow: string, targets: readonly Target[]) => {
    if (targets.length > places) throw new Error(`At most ${places} runs can be stopped at once.`)
    await sql`delete from fault_target`
    for (const [place, { run, transaction }] of targets.entries()) {
      await sql`select setval(${`fault_count_${place}`}::regclass, 0, false)`
      await sql`insert into fault_target values (${workflow}, ${run}, ${place}, ${transaction})`
    }
  }
  const asleep = () => sql<{ pid: number; run: number }[]>`
    select pid, substring(application_name from 9)::int as run from pg_stat_activity
    where wait_event = 'PgSleep' and application_name like 'stopped %'`
  return {
    count: (workflow, run) => arm(workflow, [{ run, transaction: -1 }]),
    counted: async () => {
      const [row] = await sql<{ value: string }[]>`
        select case when is_called then last_value + 1 else 0 end as value from fault_count_0`
      return Number(row?.value ?? 0)
    },
    hold: arm,
    holding: async () => new Set((await asleep()).map(({ run }) => run)),
    release: async () => {
      await sql`delete from fault_target`
      for (const { pid } of await asleep()) await sql`select pg_terminate_backend(${pid})`
    },
    remove: async () => {
      for (const table of tables) await sql.unsafe(`drop trigger if exists fault_gate on ${table}`)
    },
  }
}
