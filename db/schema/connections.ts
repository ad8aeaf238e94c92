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
} from 'drizzle-orm/pg-core'
import type { OAuthProviderId } from '../../lib/connectors/contract'
import type { ConnectionId, ProviderId, UserId } from '../../lib/core/ids'
import { createdAt, moment, workspaceColumn } from './columns'
import { users, workspaces } from './identity'

/** Sealed with AES-256-GCM, bound to workspace and row. Only `lib/services/secrets` opens it. */
export const sealed = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

export const connections = pgTable(
  'connections',
  {
    id: text('id').$type<ConnectionId>().primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    connector: text('connector').notNull(),
    name: text('name').notNull(),
    simulated: boolean('simulated').notNull().default(false),
    secret: sealed('secret').notNull(),
    /** What is not secret: account name, chosen hosts. */
    settings: jsonb('settings').$type<ConnectionSettings>().notNull(),
    account: text('account'),
    baseUrl: text('base_url'),
    allowPrivate: boolean('allow_private').notNull().default(false),
    shared: boolean('shared').notNull().default(true),
    ownerId: text('owner_id')
      .$type<UserId>()
      .references(() => users.id, { onDelete: 'set null' }),
    status: text('status')
      .$type<'ok' | 'reconnect' | 'failing' | 'unchecked'>()
      .notNull()
      .default('unchecked'),
    statusMessage: text('status_message'),
    /** What was consented to in the browser; null for a connection whose secret was typed in. */
    grantedScopes: text('granted_scopes').array().$type<string[]>(),
    /** When the access token ends; null: never, or nobody knows. */
    expiresAt: moment('expires_at'),
    checkedAt: moment('checked_at'),
    lastUsedAt: moment('last_used_at'),
    /** At most so many calls in so many seconds, over all runs; null: as many as there are. */
    rateCalls: integer('rate_calls'),
    rateSeconds: integer('rate_seconds'),
    /** The window in which places are being given out, and how many were. It may lie ahead. */
    windowAt: moment('window_at'),
    windowCalls: integer('window_calls').notNull().default(0),
    /** The far side asked for no more calls before this time. */
    heldUntil: moment('held_until'),
    createdAt: createdAt(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('connections_workspace').on(table.workspaceId, table.createdAt)],
)

/**
 * Someone was sent to a service to consent. The row is found by the hash of what comes back with them, is good for one
 * return within ten minutes, and holds the proof key sealed.
 */
export const consents = pgTable(
  'consents',
  {
    stateHash: text('state_hash').primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .$type<UserId>()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sessionId: text('session_id').notNull(),
    connector: text('connector').notNull(),
    provider: text('provider').$type<OAuthProviderId>().notNull(),
    /** The connection that is connected again; null: a new one. */
    connectionId: text('connection_id').$type<ConnectionId>(),
    name: text('name').notNull(),
    shared: boolean('shared').notNull(),
    scopes: text('scopes').array().$type<string[]>().notNull(),
    verifier: sealed('verifier').notNull(),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    takenAt: moment('taken_at'),
  },
  (table) => [index('consents_expiry').on(table.expiresAt)],
)

export type ConnectionSettings = { readonly [key: string]: string }

/** Where a workspace's models are: any endpoint that speaks as OpenAI's does. */
export const modelProviders = pgTable(
  'model_providers',
  {
    id: text('id').$type<ProviderId>().primaryKey(),
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    baseUrl: text('base_url').notNull(),
    api: text('api').$type<'responses' | 'chat'>().notNull(),
    simulated: boolean('simulated').notNull().default(false),
    secret: sealed('secret'),
    defaultModel: text('default_model').notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    allowPrivate: boolean('allow_private').notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [index('model_providers_workspace').on(table.workspaceId)],
)

/** Decimal US dollars for a million tokens. */
export const modelPrices = pgTable(
  'model_prices',
  {
    workspaceId: workspaceColumn().references(() => workspaces.id, { onDelete: 'cascade' }),
    providerId: text('provider_id')
      .$type<ProviderId>()
      .notNull()
      .references(() => modelProviders.id, { onDelete: 'cascade' }),
    model: text('model').notNull(),
    inputPerMillion: numeric('input_per_million', { mode: 'number' }).notNull(),
    outputPerMillion: numeric('output_per_million', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.providerId, table.model] })],
)

/** What a simulated service remembers between starts, whole. */
export const practiceStates = pgTable('practice_states', {
  service: text('service').primaryKey(),
  state: jsonb('state').notNull(),
  savedAt: moment('saved_at').notNull().defaultNow(),
})
