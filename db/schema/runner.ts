import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { createdAt, moment } from './columns'

/**
 * The embedded runner's own books: what an Inngest server would keep. Nothing outside `inngest/embedded` reads them, but
 * for the metrics, which count. An event's payload lives in the runs it started; this row makes sure that the same event
 * counts once.
 */
export const runnerEvents = pgTable(
  'runner_events',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('runner_events_age').on(table.createdAt)],
)

export const runnerRuns = pgTable(
  'runner_runs',
  {
    id: text('id').primaryKey(),
    functionId: text('function_id').notNull(),
    eventId: text('event_id').notNull(),
    events: json('events').notNull(),
    status: text('status')
      .$type<'running' | 'completed' | 'failed' | 'cancelled'>()
      .notNull()
      .default('running'),
    /** Steps are planned one by one, without checkpoints, while parallel ones are pending. */
    forcePlan: boolean('force_plan').notNull().default(false),
    /** Seconds by which its work goes before that of others. */
    priority: integer('priority').notNull().default(0),
    /** At most so many calls under one key are under way at once, in all processes together. */
    limitKey: text('limit_key'),
    limitCalls: integer('limit_calls'),
    secondLimitKey: text('second_limit_key'),
    secondLimitCalls: integer('second_limit_calls'),
    parentRunId: text('parent_run_id'),
    parentStep: text('parent_step'),
    output: json('output'),
    error: json('error'),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    unique('runner_runs_event').on(table.functionId, table.eventId),
    index('runner_runs_ended').on(table.endedAt),
  ],
)

export const runnerSteps = pgTable(
  'runner_steps',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runnerRuns.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    /** Completion order across the run. */
    ord: bigserial('ord', { mode: 'number' }).notNull(),
    name: text('name').notNull(),
    op: text('op').notNull(),
    state: text('state').$type<'planned' | 'waiting' | 'done'>().notNull(),
    /** Its end alone lets the function continue, without waiting for what is pending beside it. */
    race: boolean('race').notNull().default(false),
    data: json('data'),
    error: json('error'),
  },
  (table) => [primaryKey({ columns: [table.runId, table.hash] })],
)

export const runnerJobs = pgTable(
  'runner_jobs',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => runnerRuns.id, { onDelete: 'cascade' }),
    step: text('step').notNull().default(''),
    kind: text('kind').$type<'discover' | 'step' | 'sleep' | 'timeout' | 'announce'>().notNull(),
    runAt: moment('run_at').notNull(),
    attempt: integer('attempt').notNull().default(0),
    /** A completion came in while the discovery was under way: discover once more. */
    redo: boolean('redo').notNull().default(false),
    leaseUntil: moment('lease_until'),
    token: text('token'),
    owner: integer('owner'),
    /** What weighs against the call: ends of its process, and answers that could not be booked, since the run came further. */
    strikes: integer('strikes').notNull().default(0),
    /** How many steps of the run had ended at the last strike. */
    struckAt: integer('struck_at').notNull().default(0),
  },
  (table) => [
    unique('runner_jobs_unique').on(table.runId, table.step, table.kind),
    index('runner_jobs_due').on(table.runAt).where(sql`${table.token} is null`),
    index('runner_jobs_leased').on(table.leaseUntil).where(sql`${table.token} is not null`),
    index('runner_jobs_struck').on(table.strikes).where(sql`${table.strikes} > 0`),
  ],
)

export const runnerWaits = pgTable(
  'runner_waits',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runnerRuns.id, { onDelete: 'cascade' }),
    step: text('step').notNull(),
    event: text('event'),
    /** `data.path=value` of a `match`, compiled to a column so that an event finds its waits by index. */
    matchValue: text('match_value'),
    expression: text('expression'),
    /** The event ends the run instead of a step of it (`cancelOn`). */
    cancels: boolean('cancels').notNull().default(false),
    signal: text('signal'),
    expiresAt: moment('expires_at'),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.step] }),
    index('runner_waits_event').on(table.event, table.matchValue),
    uniqueIndex('runner_waits_signal').on(table.signal),
  ],
)
