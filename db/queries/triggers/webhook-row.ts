import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Json } from '../../../lib/core/json'
import type { Database } from '../../client'
import { triggers } from '../../schema/workflows'
import type { NewTrigger } from './replace-triggers'

export type TriggerRow = typeof triggers.$inferSelect

type NodeKey = { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId; readonly nodeId: string }

const isTrigger = ({ workspaceId, workflowId, nodeId }: NodeKey) =>
  and(
    eq(triggers.workspaceId, workspaceId),
    eq(triggers.workflowId, workflowId),
    eq(triggers.nodeId, nodeId),
    isNotNull(triggers.token),
  )

export async function findWebhookRow(db: Database, key: NodeKey): Promise<TriggerRow | undefined> {
  const [row] = await db.select().from(triggers).where(isTrigger(key))
  return row
}

/** Gives a webhook its address before it is live. One that has one keeps it. */
export async function ensureWebhookRow(
  db: Database,
  row: NewTrigger & NodeKey,
): Promise<TriggerRow | undefined> {
  await db
    .insert(triggers)
    .values(row)
    .onConflictDoUpdate({
      target: [triggers.workflowId, triggers.nodeId],
      set: { token: row.token },
      setWhere: isNull(triggers.token),
    })
  return findWebhookRow(db, row)
}

/** Has the next call kept as a sample, for so long; null: not any more. */
export async function setListening(
  db: Database,
  key: NodeKey & { readonly ms: number | null },
): Promise<void> {
  const until = key.ms === null ? null : sql`clock_timestamp() + ${key.ms}::float8 * interval '1 millisecond'`
  await db.update(triggers).set({ listeningUntil: until }).where(isTrigger(key))
}

/** Keeps what came in for a builder who waits for it. The first call wins. */
export async function keepSample(
  db: Database,
  {
    workspaceId,
    triggerId,
    sample,
  }: { readonly workspaceId: WorkspaceId; readonly triggerId: string; readonly sample: Json },
): Promise<void> {
  await db
    .update(triggers)
    .set({ sample, sampleAt: sql`clock_timestamp()`, listeningUntil: null })
    .where(
      and(
        eq(triggers.workspaceId, workspaceId),
        eq(triggers.id, triggerId),
        isNotNull(triggers.listeningUntil),
      ),
    )
}

/** Puts a secret in the place of the present one, which stays good for a while; null takes both away. */
export async function replaceSecret(
  db: Database,
  { secret, ...key }: NodeKey & { readonly secret: Buffer | null },
): Promise<void> {
  await db
    .update(triggers)
    .set({
      secret,
      formerSecret: secret === null ? null : sql`${triggers.secret}`,
      secretAt: secret === null ? null : sql`clock_timestamp()`,
    })
    .where(isTrigger(key))
}

/** The calls that were kept as samples, by node. */
export async function listSamples(
  db: Database,
  { workspaceId, workflowId }: Omit<NodeKey, 'nodeId'>,
): Promise<{ nodeId: string; sample: Json; sampleAt: Date | null }[]> {
  return db
    .select({ nodeId: triggers.nodeId, sample: triggers.sample, sampleAt: triggers.sampleAt })
    .from(triggers)
    .where(
      and(
        eq(triggers.workspaceId, workspaceId),
        eq(triggers.workflowId, workflowId),
        isNotNull(triggers.sampleAt),
      ),
    )
}
