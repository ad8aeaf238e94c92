import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { WorkflowId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { triggers } from '../../schema/workflows'

export type NewTrigger = typeof triggers.$inferInsert

/**
 * Makes these the triggers of a workflow that are switched on. A webhook keeps its address from version to version, and
 * a schedule that did not change keeps its next time.
 */
export async function replaceTriggers(
  db: Database,
  {
    workspaceId,
    workflowId,
    present,
  }: {
    readonly workspaceId: WorkspaceId
    readonly workflowId: WorkflowId
    readonly present: readonly NewTrigger[]
  },
): Promise<void> {
  const kept = present.map(({ nodeId }) => nodeId)
  await db
    .update(triggers)
    .set({ enabled: false, nextAt: null })
    .where(
      and(
        eq(triggers.workspaceId, workspaceId),
        eq(triggers.workflowId, workflowId),
        kept.length > 0 ? notInArray(triggers.nodeId, kept) : undefined,
      ),
    )
  if (present.length === 0) return
  await db
    .insert(triggers)
    .values([...present])
    .onConflictDoUpdate({
      target: [triggers.workflowId, triggers.nodeId],
      set: {
        kind: sql`excluded.kind`,
        token: sql`coalesce(${triggers.token}, excluded.token)`,
        cron: sql`excluded.cron`,
        zone: sql`excluded.zone`,
        missed: sql`excluded.missed`,
        nextAt: sql`case when ${triggers.enabled} and ${triggers.nextAt} is not null
          and ${triggers.cron} = excluded.cron and ${triggers.zone} = excluded.zone
          then ${triggers.nextAt} else excluded.next_at end`,
        enabled: sql`excluded.enabled`,
      },
    })
}
