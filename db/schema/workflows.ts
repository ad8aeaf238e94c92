import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { TemplateId, UserId, VersionId, WorkflowId } from '../../lib/core/ids'
import type { WorkflowDocument } from '../../lib/workflow/document'
import { createdAt, data, moment, workspaceColumn } from './columns'
import { sealed } from './connections'
import { users, workspaces } from './identity'

export const workflows = pgTable(
  'workflows',
  {
    id: text('id').$type<WorkflowId>().primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    draft: jsonb('draft').$type<WorkflowDocument>().notNull(),
    /** Raised by each save, to notice two people at one draft. */
    draftRevision: integer('draft_revision').notNull().default(1),
    liveVersionId: text('live_version_id').$type<VersionId>(),
    paused: boolean('paused').notNull().default(false),
    /** At most so many runs that have not ended; null: as many as there are. What becomes of one more: `whenFull`. */
    runsAtOnce: integer('runs_at_once'),
    whenFull: text('when_full').$type<'queue' | 'skip' | 'replace'>().notNull().default('queue'),
    createdBy: text('created_by')
      .$type<UserId>()
      .references(() => users.id, { onDelete: 'set null' }),
    updatedBy: text('updated_by')
      .$type<UserId>()
      .references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('workflows_workspace').on(table.workspaceId, table.updatedAt, table.id)],
)

/** An immutable document that runs execute. `number` is null for a draft that was frozen to be tested. */
export const workflowVersions = pgTable(
  'workflow_versions',
  {
    id: text('id').$type<VersionId>().primaryKey(),
    workspaceId: workspaceColumn(),
    workflowId: text('workflow_id')
      .$type<WorkflowId>()
      .notNull()
      .references(() => workflows.id, { onDelete: 'cascade' }),
    number: integer('number'),
    document: jsonb('document').$type<WorkflowDocument>().notNull(),
    note: text('note').notNull().default(''),
    createdBy: text('created_by')
      .$type<UserId>()
      .references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('workflow_versions_number').on(table.workflowId, table.number),
    index('workflow_versions_workflow').on(table.workflowId, table.createdAt),
  ],
)

/**
 * The webhook and schedule triggers of live versions, kept in step with the live pointer. A webhook may be here before it
 * is live, switched off, so that its address and secret can be set up.
 */
export const triggers = pgTable(
  'triggers',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    workflowId: text('workflow_id')
      .$type<WorkflowId>()
      .notNull()
      .references(() => workflows.id, { onDelete: 'cascade' }),
    nodeId: text('node_id').notNull(),
    kind: text('kind').$type<'webhook' | 'schedule'>().notNull(),
    /** The unguessable part of a webhook's address. It stays the same from version to version. */
    token: text('token').unique(),
    cron: text('cron'),
    zone: text('zone'),
    nextAt: moment('next_at'),
    missed: text('missed').$type<'skip' | 'once' | 'all'>().notNull().default('once'),
    /** What a caller proves itself with. The one before is good for a day after it was replaced. */
    secret: sealed('secret'),
    formerSecret: sealed('former_secret'),
    secretAt: moment('secret_at'),
    /** The next call until then is kept as a sample, also while the workflow is not live. */
    listeningUntil: moment('listening_until'),
    sample: data('sample'),
    sampleAt: moment('sample_at'),
    /** Calls counted against the limit that the builder set, in the minute that began then. */
    windowAt: moment('window_at'),
    windowCalls: integer('window_calls').notNull().default(0),
    enabled: boolean('enabled').notNull().default(true),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('triggers_node').on(table.workflowId, table.nodeId),
    index('triggers_due').on(table.nextAt).where(sql`${table.enabled} and ${table.kind} = 'schedule'`),
  ],
)

export const templates = pgTable(
  'templates',
  {
    id: text('id').$type<TemplateId>().primaryKey(),
    /** Where it was published. Any member of the installation may install it where they build. */
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    workflowId: text('workflow_id')
      .$type<WorkflowId>()
      .references(() => workflows.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    description: text('description').notNull(),
    category: text('category').notNull(),
    /** Connections are replaced by named slots (`slot:github`). */
    document: jsonb('document').$type<WorkflowDocument>().notNull(),
    slots: jsonb('slots').$type<readonly TemplateSlot[]>().notNull(),
    publishedBy: text('published_by')
      .$type<UserId>()
      .references(() => users.id, { onDelete: 'set null' }),
    installs: integer('installs').notNull().default(0),
    createdAt: createdAt(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('templates_newest').on(table.createdAt, table.id)],
)

export type TemplateSlot = {
  readonly key: string
  readonly connector: string
  readonly label: string
  readonly actions: readonly string[]
}
