import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'
import { triggers, workflows, workflowVersions } from '../../schema/workflows'

/** One schedule that is due, held until the transaction ends. Another process passes over it and takes the next. */
export async function lockDueSchedule(db: Database) {
  const [row] = await db
    .select({
      trigger: triggers,
      versionId: workflowVersions.id,
      document: workflowVersions.document,
      isPractice: workspaces.practice,
      isLimited: sql<boolean>`${workflows.runsAtOnce} is not null`,
      nowMs: sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`,
    })
    .from(triggers)
    .innerJoin(workflows, eq(workflows.id, triggers.workflowId))
    .innerJoin(workflowVersions, eq(workflowVersions.id, workflows.liveVersionId))
    .innerJoin(workspaces, eq(workspaces.id, triggers.workspaceId))
    .where(
      and(
        eq(triggers.kind, 'schedule'),
        eq(triggers.enabled, true),
        lte(triggers.nextAt, sql`clock_timestamp()`),
        eq(workflows.paused, false),
        isNull(workflows.removedAt),
      ),
    )
    .orderBy(asc(triggers.nextAt))
    .limit(1)
    .for('update', { of: triggers, skipLocked: true })
  return row
}

export async function setNextTick(
  db: Database,
  { triggerId, nextAt }: { readonly triggerId: string; readonly nextAt: Date | null },
): Promise<void> {
  await db.update(triggers).set({ nextAt }).where(eq(triggers.id, triggerId))
}
