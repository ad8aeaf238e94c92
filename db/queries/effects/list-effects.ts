import { and, asc, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { effects } from '../../schema/runs'
import type { EffectRow } from './effect-row'

export async function listEffectRows(
  db: Database,
  { workspaceId, runId }: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
): Promise<EffectRow[]> {
  return db
    .select()
    .from(effects)
    .where(and(eq(effects.workspaceId, workspaceId), eq(effects.runId, runId)))
    .orderBy(asc(effects.intendedAt), asc(effects.id))
}
