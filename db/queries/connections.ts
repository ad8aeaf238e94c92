import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ConnectionId, WorkspaceId } from '../../lib/core/ids'
import type { Database } from '../client'
import { connections } from '../schema/connections'
import { users } from '../schema/identity'

export type ConnectionRow = typeof connections.$inferSelect
/** What may be shown of a connection: everything but its secret. */
export type ConnectionListing = Omit<ConnectionRow, 'secret' | 'windowAt' | 'windowCalls'> & {
  readonly ownerName: string | null
}

const listing = {
  id: connections.id,
  workspaceId: connections.workspaceId,
  connector: connections.connector,
  name: connections.name,
  simulated: connections.simulated,
  settings: connections.settings,
  account: connections.account,
  baseUrl: connections.baseUrl,
  allowPrivate: connections.allowPrivate,
  shared: connections.shared,
  ownerId: connections.ownerId,
  ownerName: users.name,
  status: connections.status,
  statusMessage: connections.statusMessage,
  grantedScopes: connections.grantedScopes,
  expiresAt: connections.expiresAt,
  checkedAt: connections.checkedAt,
  lastUsedAt: connections.lastUsedAt,
  rateCalls: connections.rateCalls,
  rateSeconds: connections.rateSeconds,
  heldUntil: connections.heldUntil,
  createdAt: connections.createdAt,
  removedAt: connections.removedAt,
}

export async function insertConnection(
  db: Database,
  connection: typeof connections.$inferInsert,
): Promise<void> {
  await db.insert(connections).values(connection)
}

export async function listConnections(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<ConnectionListing[]> {
  return db
    .select(listing)
    .from(connections)
    .leftJoin(users, eq(users.id, connections.ownerId))
    .where(and(eq(connections.workspaceId, workspaceId), isNull(connections.removedAt)))
    .orderBy(asc(connections.createdAt), asc(connections.id))
}

type ConnectionKey = { readonly workspaceId: WorkspaceId; readonly connectionId: ConnectionId }

const isThere = ({ workspaceId, connectionId }: ConnectionKey) =>
  and(
    eq(connections.workspaceId, workspaceId),
    eq(connections.id, connectionId),
    isNull(connections.removedAt),
  )

export async function findConnection(
  db: Database,
  key: ConnectionKey,
): Promise<ConnectionListing | undefined> {
  const [row] = await db
    .select(listing)
    .from(connections)
    .leftJoin(users, eq(users.id, connections.ownerId))
    .where(isThere(key))
  return row
}

/** The row with its sealed secret, for opening it alone. */
export async function findSealedConnection(
  db: Database,
  key: ConnectionKey,
): Promise<ConnectionRow | undefined> {
  const [row] = await db.select().from(connections).where(isThere(key))
  return row
}

/** The same, held until the transaction ends: whoever else wants to renew its secret waits, and then finds it renewed. */
export async function lockSealedConnection(
  db: Database,
  key: ConnectionKey,
): Promise<ConnectionRow | undefined> {
  const [row] = await db.select().from(connections).where(isThere(key)).for('update')
  return row
}

export async function updateConnection(
  db: Database,
  {
    workspaceId,
    connectionId,
    ...changes
  }: ConnectionKey &
    Partial<
      Pick<
        ConnectionRow,
        | 'name'
        | 'secret'
        | 'settings'
        | 'account'
        | 'baseUrl'
        | 'allowPrivate'
        | 'shared'
        | 'status'
        | 'statusMessage'
        | 'checkedAt'
        | 'grantedScopes'
        | 'expiresAt'
        | 'rateCalls'
        | 'rateSeconds'
      >
    >,
): Promise<void> {
  await db
    .update(connections)
    .set(changes)
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, connectionId)))
}

/** Takes a connection away. Its secret is gone at once; its name stays readable in history. */
export async function removeConnection(
  db: Database,
  { workspaceId, connectionId }: ConnectionKey,
): Promise<void> {
  await db
    .update(connections)
    .set({ removedAt: sql`now()`, secret: Buffer.alloc(0), settings: {} })
    .where(and(eq(connections.workspaceId, workspaceId), eq(connections.id, connectionId)))
}

export type ConnectionUse = {
  readonly connectionId: string
  readonly workflowId: string
  readonly workflowName: string
}

/** Which workflows name which connections, in their drafts or live versions: one query for the whole workspace. */
export async function listConnectionUses(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<ConnectionUse[]> {
  const rows = await db.execute<{ connection_id: string; workflow_id: string; workflow_name: string }>(sql`
    select distinct used.connection #>> '{}' as connection_id, w.id as workflow_id, w.name as workflow_name
    from workflows w
    left join workflow_versions v on v.id = w.live_version_id
    cross join lateral (
      select jsonb_path_query(d.document, way::jsonpath) as connection
      from (values (w.draft), (v.document)) as d(document), unnest(array[
        '$.nodes[*].connection',
        '$.nodes[*].config.tools[*].connection',
        '$.nodes[*].config.body.**.nodes[*].connection',
        '$.nodes[*].config.body.**.nodes[*].config.tools[*].connection'
      ]) as way
    ) used
    where w.workspace_id = ${workspaceId} and w.removed_at is null
    order by workflow_name, workflow_id`)
  return rows.map((row) => ({
    connectionId: row.connection_id,
    workflowId: row.workflow_id,
    workflowName: row.workflow_name,
  }))
}

export type ActionUse = {
  readonly workflowId: string
  readonly workflowName: string
  readonly action: string
  readonly connectionId: string | null
}

/** Which workflows call which actions, through which connection, in their drafts or live versions. */
export async function listActionUses(
  db: Database,
  { workspaceId }: { workspaceId: WorkspaceId },
): Promise<ActionUse[]> {
  const rows = await db.execute<{
    workflow_id: string
    workflow_name: string
    action: string
    connection_id: string | null
  }>(sql`
    select distinct w.id as workflow_id, w.name as workflow_name,
      used.node ->> 'action' as action, used.node ->> 'connection' as connection_id
    from workflows w
    left join workflow_versions v on v.id = w.live_version_id
    cross join lateral (
      select jsonb_path_query(d.document, way::jsonpath) as node
      from (values (w.draft), (v.document)) as d(document), unnest(array[
        '$.nodes[*] ? (exists(@.action))',
        '$.nodes[*].config.tools[*] ? (exists(@.action))',
        '$.nodes[*].config.body.**.nodes[*] ? (exists(@.action))',
        '$.nodes[*].config.body.**.nodes[*].config.tools[*] ? (exists(@.action))'
      ]) as way
    ) used
    where w.workspace_id = ${workspaceId} and w.removed_at is null
    order by workflow_name, workflow_id, action`)
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    workflowName: row.workflow_name,
    action: row.action,
    connectionId: row.connection_id,
  }))
}
