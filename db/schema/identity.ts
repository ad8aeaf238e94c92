import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { InvitationId, TokenId, UserId, WorkspaceId } from '../../lib/core/ids'
import type { Role, Scope } from '../../lib/policy/actor'
import type { WorkspacePolicy } from '../../lib/policy/workspace-policy'
import { createdAt, moment, workspaceColumn } from './columns'

export const users = pgTable('users', {
  id: text('id').$type<UserId>().primaryKey(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** Argon2id, or null for people who sign in with another service only. */
  passwordHash: text('password_hash'),
  /** Raised to end every session of this person at once. */
  sessionVersion: integer('session_version').notNull().default(1),
  disabledAt: moment('disabled_at'),
  createdAt: createdAt(),
})

/** An account at another service with which a person signs in. Identity is provider and its own id, never the e-mail. */
export const signInAccounts = pgTable(
  'sign_in_accounts',
  {
    provider: text('provider').notNull(),
    providerAccountId: text('provider_account_id').notNull(),
    userId: text('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerAccountId] }),
    index('sign_in_accounts_user').on(table.userId),
  ],
)

export const workspaces = pgTable('workspaces', {
  id: text('id').$type<WorkspaceId>().primaryKey(),
  name: text('name').notNull(),
  /** The name in addresses: `/w/{slug}/…`. */
  slug: text('slug').notNull().unique(),
  /** The practice workspace: only simulated connections exist in it. */
  practice: boolean('practice').notNull().default(false),
  policy: jsonb('policy').$type<WorkspacePolicy>().notNull(),
  createdAt: createdAt(),
})

export const members = pgTable(
  'members',
  {
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').$type<Role>().notNull(),
    disabledAt: moment('disabled_at'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index('members_user').on(table.userId),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: text('id').$type<InvitationId>().primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** SHA-256 of the token in the link. */
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by')
      .$type<UserId>()
      .references(() => users.id, { onDelete: 'set null' }),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (table) => [index('invitations_workspace').on(table.workspaceId, table.createdAt)],
)

export const passwordResets = pgTable('password_resets', {
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id')
    .$type<UserId>()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  createdBy: text('created_by')
    .$type<UserId>()
    .references(() => users.id, { onDelete: 'set null' }),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
  createdAt: createdAt(),
})

/** Sessions that were signed out, until they would have ended by themselves. */
export const endedSessions = pgTable(
  'ended_sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    forgetAt: moment('forget_at').notNull(),
  },
  (table) => [index('ended_sessions_age').on(table.forgetAt)],
)

/** Failed sign-ins by address and by account, to slow guessing without locking the owner out. */
export const signInFailures = pgTable('sign_in_failures', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  windowStart: moment('window_start').notNull(),
})

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: text('id').$type<TokenId>().primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    prefix: text('prefix').notNull(),
    scopes: text('scopes').array().$type<Scope[]>().notNull(),
    lastUsedAt: moment('last_used_at'),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (table) => [index('api_tokens_workspace').on(table.workspaceId, table.createdAt)],
)

/** The answer that a POST with an `Idempotency-Key` was given, so that its repetition is given the same. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    workspaceId: workspaceColumn(),
    userId: text('user_id').$type<UserId>().notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Null while the first call is under way. */
    status: integer('status'),
    body: text('body'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId, table.key] }),
    index('idempotency_keys_age').on(table.createdAt),
  ],
)

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    workspaceId: workspaceColumn(),
    userId: text('user_id').$type<UserId>(),
    actorName: text('actor_name').notNull(),
    via: text('via').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    subjectName: text('subject_name'),
    detail: jsonb('detail').notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('audit_entries_workspace').on(table.workspaceId, table.createdAt, table.id)],
)

/** One row a setting of the whole installation (`owner_created`, …). */
export const installation = pgTable(
  'installation',
  { key: text('key').primaryKey(), value: jsonb('value').notNull() },
  (table) => [uniqueIndex('installation_key').on(table.key)],
)
