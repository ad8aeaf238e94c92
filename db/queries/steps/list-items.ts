import { and, asc, eq } from 'drizzle-orm'
import type { RunId, WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { artifacts, steps } from '../../schema/runs'

type LoopKey = { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly loop: string }

/** The items of a loop that were begun, without what they gave. */
export async function listItemRows(db: Database, { workspaceId, runId, loop }: LoopKey) {
  return db
    .select({
      path: steps.path,
      index: steps.position,
      status: steps.status,
      attempt: steps.attempt,
      waitingFor: steps.waitingFor,
      error: steps.error,
      endedAt: steps.endedAt,
    })
    .from(steps)
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), eq(steps.parent, loop)))
    .orderBy(asc(steps.position))
}

/** Has an item of this loop failed? */
export async function hasFailedItem(db: Database, { workspaceId, runId, loop }: LoopKey): Promise<boolean> {
  const [row] = await db
    .select({ path: steps.path })
    .from(steps)
    .where(
      and(
        eq(steps.workspaceId, workspaceId),
        eq(steps.runId, runId),
        eq(steps.parent, loop),
        eq(steps.status, 'failed'),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** The items of all loops of a run, without what they gave: those of loops inside of these (null: of none) items. */
export async function listItemsOfRun(
  db: Database,
  {
    workspaceId,
    runId,
    limit,
  }: { readonly workspaceId: WorkspaceId; readonly runId: RunId; readonly limit: number },
) {
  return db
    .select({
      loop: steps.parent,
      index: steps.position,
      status: steps.status,
      waitingFor: steps.waitingFor,
      error: steps.error,
    })
    .from(steps)
    .where(and(eq(steps.workspaceId, workspaceId), eq(steps.runId, runId), eq(steps.type, 'loop.item')))
    .orderBy(asc(steps.parent), asc(steps.position))
    .limit(limit)
}

export type ItemRow = Awaited<ReturnType<typeof listItemRows>>[number]

/** How the items of a loop ended, with what they gave and used. */
export async function listItemEnds(
  db: Database,
  { workspaceId, runId, loop, index }: LoopKey & { readonly index?: number | undefined },
) {
  return db
    .select({
      index: steps.position,
      status: steps.status,
      exit: steps.exit,
      output: steps.output,
      body: artifacts.body,
      error: steps.error,
      tokensIn: steps.tokensIn,
      tokensOut: steps.tokensOut,
      cost: steps.cost,
    })
    .from(steps)
    .leftJoin(artifacts, eq(artifacts.id, steps.artifactId))
    .where(
      and(
        eq(steps.workspaceId, workspaceId),
        eq(steps.runId, runId),
        eq(steps.parent, loop),
        index === undefined ? undefined : eq(steps.position, index),
      ),
    )
    .orderBy(asc(steps.position))
}
