import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../client'
import { workspaces } from '../../schema/identity'
import { triggers, workflows, workflowVersions } from '../../schema/workflows'

/** The webhook trigger behind an address, with the version that it starts. Nothing for one that is switched off. */
export async function findWebhook(db: Database, { token }: { readonly token: string }) {
  const [row] = await db
    .select({
      trigger: triggers,
      versionId: workflowVersions.id,
      isPractice: workspaces.practice,
    })
    .from(triggers)
    .innerJoin(workflows, eq(workflows.id, triggers.workflowId))
    .innerJoin(workflowVersions, eq(workflowVersions.id, workflows.liveVersionId))
    .innerJoin(workspaces, eq(workspaces.id, triggers.workspaceId))
    .where(
      and(
        eq(triggers.token, token),
        eq(triggers.kind, 'webhook'),
        eq(triggers.enabled, true),
        eq(workflows.paused, false),
        isNull(workflows.removedAt),
      ),
    )
    .prepare('find_webhook')
    .execute()
  return row
}
