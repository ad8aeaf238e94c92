import { sql } from 'drizzle-orm'
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Effect } from '../../lib/connectors/contract'
import type {
  ApprovalId,
  ArtifactId,
  AwaitedCallId,
  ConnectionId,
  EffectId,
  QuestionId,
  RunId,
  UserId,
  VersionId,
  WorkflowId,
} from '../../lib/core/ids'
import type { StepError } from '../../lib/engine/contract'
import type { CoveredEffect } from '../../lib/workflow/views/approval-view'
import type { RunStatus, StepAnswer, StepStatus } from '../../lib/workflow/views/run-view'
import { createdAt, data, moment, workspaceColumn } from './columns'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/**
 * History keeps no foreign keys to people, workflows and connections: what ran stays readable when they are gone.
 */
export const runs = pgTable(
  'runs',
  {
    id: text('id').$type<RunId>().primaryKey(),
    workspaceId: workspaceColumn(),
    workflowId: text('workflow_id').$type<WorkflowId>().notNull(),
    versionId: text('version_id').$type<VersionId>().notNull(),
    mode: text('mode').$type<'live' | 'rehearsal'>().notNull(),
    practice: boolean('practice').notNull(),
    status: text('status').$type<RunStatus>().notNull().default('queued'),
    waitingFor: text('waiting_for'),
    trigger: text('trigger').notNull(),
    startedVia: text('started_via')
      .$type<'form' | 'schedule' | 'webhook' | 'api' | 'test' | 'workflow'>()
      .notNull(),
    startedBy: text('started_by').$type<UserId>(),
    input: data('input').notNull(),
    inputArtifactId: text('input_artifact_id').$type<ArtifactId>(),
    output: data('output'),
    error: jsonb('error').$type<StepError & { path?: string }>(),
    /** Only this step and what it needs is run: a test of one step. */
    onlyStep: text('only_step'),
    /** The first of a chain of retries: effects keep its id in their keys. */
    originRunId: text('origin_run_id').$type<RunId>().notNull(),
    /** The run that this one repeats, and the step from which it does. */
    /** The run whose step called this one, the step, and how often it had been called there before. */
    parentRunId: text('parent_run_id').$type<RunId>(),
    parentPath: text('parent_path'),
    parentRound: integer('parent_round').notNull().default(0),
    /** How many runs stand above it. */
    depth: integer('depth').notNull().default(0),
    retryOf: text('retry_of').$type<RunId>(),
    retryFrom: text('retry_from'),
    cost: numeric('cost', { mode: 'number' }).notNull().default(0),
    tokens: integer('tokens').notNull().default(0),
    /** Grows with every change that a reader could see. */
    revision: integer('revision').notNull().default(0),
    /** When the runner was told. A run that was stored and never told is told again by the sweeper. */
    dispatchedAt: moment('dispatched_at'),
    /** When there was room for it. Until then it waits in its workspace's queue, and the runtime is not told. */
    admittedAt: moment('admitted_at'),
    /** What goes first in the queue: the higher, then the older. */
    priority: integer('priority').notNull().default(0),
    cancelRequestedAt: moment('cancel_requested_at'),
    cancelRequestedBy: text('cancel_requested_by').$type<UserId>(),
    /** When the runtime was told to stop it. Told again by the sweeper until then. */
    cancelToldAt: moment('cancel_told_at'),
    createdAt: createdAt(),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    // Read backwards for the newest first: declared descending they would put nulls last, and no list asks for that.
    index('runs_newest').on(table.workspaceId, table.createdAt, table.id),
    index('runs_status').on(table.workspaceId, table.status, table.createdAt, table.id),
    index('runs_workflow').on(table.workflowId, table.createdAt, table.id),
    index('runs_person').on(table.workspaceId, table.startedBy, table.createdAt, table.id),
    index('runs_with_error')
      .on(table.workspaceId, table.createdAt, table.id)
      .where(sql`${table.error} is not null`),
    index('runs_origin').on(table.originRunId),
    index('runs_ended').on(table.workspaceId, table.endedAt).where(sql`${table.endedAt} is not null`),
    uniqueIndex('runs_called').on(table.parentRunId, table.parentPath, table.parentRound),
    index('runs_undispatched')
      .on(table.admittedAt)
      .where(sql`${table.dispatchedAt} is null and ${table.status} = 'queued'`),
    index('runs_queue')
      .on(table.workspaceId, table.workflowId, table.priority.desc().nullsFirst(), table.createdAt, table.id)
      .where(sql`${table.admittedAt} is null and ${table.status} = 'queued'`),
    index('runs_under_way')
      .on(table.workspaceId, table.status)
      .where(sql`${table.admittedAt} is not null and ${table.endedAt} is null`),
    index('runs_of_workflow_under_way')
      .on(table.workflowId)
      .where(sql`${table.admittedAt} is not null and ${table.endedAt} is null`),
    index('runs_cancel_untold')
      .on(table.cancelRequestedAt)
      .where(sql`${table.cancelRequestedAt} is not null and ${table.cancelToldAt} is null`),
  ],
)

/** The run to which a row belongs, and with which it goes. */
const runColumn = () =>
  text('run_id')
    .$type<RunId>()
    .references(() => runs.id, { onDelete: 'cascade' })

/** One step of a run, or a child of one (an agent's turn or tool call, whose path extends its parent's). */
export const steps = pgTable(
  'steps',
  {
    runId: runColumn().notNull(),
    path: text('path').notNull(),
    workspaceId: workspaceColumn(),
    parent: text('parent'),
    nodeId: text('node_id').notNull(),
    type: text('type').notNull(),
    title: text('title').notNull(),
    action: text('action'),
    /** The order of first mention within the run. */
    position: integer('position').notNull(),
    status: text('status').$type<StepStatus>().notNull(),
    exit: text('exit'),
    attempt: integer('attempt').notNull().default(0),
    waitingFor: text('waiting_for'),
    /** Of a step that joins the first of its inputs: the one that came first. */
    wonBy: text('won_by'),
    input: data('input'),
    output: data('output'),
    artifactId: text('artifact_id').$type<ArtifactId>(),
    error: jsonb('error').$type<StepError>(),
    approvalId: text('approval_id').$type<ApprovalId>(),
    tokensIn: integer('tokens_in'),
    tokensOut: integer('tokens_out'),
    cost: numeric('cost', { mode: 'number' }),
    /** The place in its connection's window that was given to its next call. */
    placeAt: moment('place_at'),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.path] }),
    index('steps_parts').on(table.runId, table.parent),
    index('steps_unknown').on(table.runId).where(sql`${table.status} = 'unknown'`),
  ],
)

/** A value too large to ride along (over 64 KB). Immutable. */
export const artifacts = pgTable(
  'artifacts',
  {
    id: text('id').$type<ArtifactId>().primaryKey(),
    workspaceId: workspaceColumn(),
    runId: runColumn(),
    contentType: text('content_type').notNull(),
    size: integer('size').notNull(),
    body: bytes('body').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('artifacts_run').on(table.runId)],
)

export const approvals = pgTable(
  'approvals',
  {
    id: text('id').$type<ApprovalId>().primaryKey(),
    workspaceId: workspaceColumn(),
    runId: runColumn().notNull(),
    workflowId: text('workflow_id').$type<WorkflowId>().notNull(),
    stepPath: text('step_path').notNull(),
    nodeId: text('node_id').notNull(),
    title: text('title').notNull(),
    message: text('message'),
    covers: data('covers').$type<readonly CoveredEffect[]>().notNull(),
    notCovered: data('not_covered')
      .$type<readonly { node: string; title: string; action: string; why: string }[]>()
      .notNull(),
    digest: text('digest').notNull(),
    approverRoles: text('approver_roles').array().notNull(),
    approverMembers: text('approver_members').array().$type<UserId[]>().notNull(),
    quorum: integer('quorum').notNull(),
    deadline: moment('deadline'),
    status: text('status').$type<'pending' | 'approved' | 'rejected' | 'expired' | 'cancelled'>().notNull(),
    startedBy: text('started_by').$type<UserId>(),
    practice: boolean('practice').notNull(),
    createdAt: createdAt(),
    decidedAt: moment('decided_at'),
    /** When the waiting run was told of the outcome. A decision that was stored and not told is told by the sweeper. */
    signalledAt: moment('signalled_at'),
  },
  (table) => [
    uniqueIndex('approvals_step').on(table.runId, table.stepPath),
    index('approvals_inbox').on(table.workspaceId, table.status, table.createdAt, table.id),
    index('approvals_due').on(table.deadline).where(sql`${table.status} = 'pending'`),
    index('approvals_unsignalled')
      .on(table.decidedAt)
      .where(sql`${table.decidedAt} is not null and ${table.signalledAt} is null`),
  ],
)

export const decisions = pgTable(
  'decisions',
  {
    approvalId: text('approval_id')
      .$type<ApprovalId>()
      .notNull()
      .references(() => approvals.id, { onDelete: 'cascade' }),
    userId: text('user_id').$type<UserId>().notNull(),
    workspaceId: workspaceColumn(),
    userName: text('user_name').notNull(),
    decision: text('decision').$type<'approve' | 'reject'>().notNull(),
    comment: text('comment'),
    digest: text('digest').notNull(),
    via: text('via').notNull(),
    selfConfirmed: boolean('self_confirmed').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.approvalId, table.userId] })],
)

/** A step that waits until its one-time address is called. The row is the truth; the signal only wakes the step. */
export const awaitedCalls = pgTable(
  'awaited_calls',
  {
    id: text('id').$type<AwaitedCallId>().primaryKey(),
    workspaceId: workspaceColumn(),
    runId: runColumn().notNull(),
    stepPath: text('step_path').notNull(),
    /** The unguessable part of the address. */
    token: text('token').notNull().unique(),
    deadline: moment('deadline'),
    body: data('body'),
    calledAt: moment('called_at'),
    /** When the waiting step took it up. A call that was stored and not taken up is told again by the sweeper. */
    takenAt: moment('taken_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('awaited_calls_step').on(table.runId, table.stepPath),
    index('awaited_calls_untaken')
      .on(table.calledAt)
      .where(sql`${table.calledAt} is not null and ${table.takenAt} is null`),
  ],
)

/** A failed step that asks a person what to do: one row each time that it asks. */
export const questions = pgTable(
  'questions',
  {
    id: text('id').$type<QuestionId>().primaryKey(),
    workspaceId: workspaceColumn(),
    runId: runColumn().notNull(),
    stepPath: text('step_path').notNull(),
    /** The connection that has to be connected again before the step can go on: doing so answers the question. */
    connectionId: text('connection_id').$type<ConnectionId>(),
    /** How often the step had asked before. */
    round: integer('round').notNull(),
    error: jsonb('error').$type<StepError>().notNull(),
    choices: text('choices').array().$type<StepAnswer[]>().notNull(),
    answer: text('answer').$type<StepAnswer>(),
    answeredBy: text('answered_by').$type<UserId>(),
    answeredAt: moment('answered_at'),
    /** When the waiting step took the answer. One that was stored and not taken is told by the sweeper. */
    takenAt: moment('taken_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('questions_step').on(table.runId, table.stepPath, table.round),
    index('questions_of_connection')
      .on(table.connectionId)
      .where(sql`${table.connectionId} is not null and ${table.answer} is null`),
    index('questions_untaken')
      .on(table.answeredAt)
      .where(sql`${table.answeredAt} is not null and ${table.takenAt} is null`),
  ],
)

/** The ledger: every call that is not a read, written down before it is sent and again when its answer is known. */
export const effects = pgTable(
  'effects',
  {
    id: text('id').$type<EffectId>().primaryKey(),
    workspaceId: workspaceColumn(),
    runId: runColumn().notNull(),
    stepPath: text('step_path').notNull(),
    /** origin run + path + generation: the same for every repetition of one call. */
    key: text('key').notNull(),
    generation: integer('generation').notNull().default(0),
    action: text('action').notNull(),
    effect: text('effect').$type<Effect>().notNull(),
    outward: boolean('outward').notNull(),
    connectionId: text('connection_id').$type<ConnectionId>(),
    connectionName: text('connection_name'),
    preview: text('preview').notNull(),
    input: data('input').notNull(),
    digest: text('digest').notNull(),
    status: text('status')
      .$type<'intended' | 'sent' | 'confirmed' | 'failed' | 'unknown' | 'skipped'>()
      .notNull(),
    output: data('output'),
    error: jsonb('error').$type<StepError>(),
    /** The attempt that may send: an older one that comes back late finds another fence and stops. */
    fence: text('fence').notNull(),
    attempt: integer('attempt').notNull().default(1),
    intendedAt: moment('intended_at').notNull().defaultNow(),
    sentAt: moment('sent_at'),
    settledAt: moment('settled_at'),
    resolvedBy: text('resolved_by').$type<UserId>(),
  },
  (table) => [
    uniqueIndex('effects_key').on(table.workspaceId, table.key),
    index('effects_run').on(table.runId, table.intendedAt),
    index('effects_connection').on(table.connectionId, table.intendedAt, table.id),
  ],
)
