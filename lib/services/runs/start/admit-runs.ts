import 'server-only'
import { database } from '@/db/client'
import { admitRunRows, lockQueue } from '@/db/queries/runs/admit-runs'
import { queuedWorkspaces } from '@/db/queries/system/queued-workspaces'
import type { WorkspaceId } from '@/lib/core/ids'
import { log } from '../../log'
import { tellRuntime } from './tell-runtime'

/** Workspaces with a queue, as far as this process knows, those whose queue it is about to look at, and when it last did. */
type Queues = {
  known: Set<WorkspaceId>
  readonly due: Map<WorkspaceId, NodeJS.Timeout>
  readonly looked: Map<WorkspaceId, number>
}

const holder = globalThis as { handrailQueues?: Queues }

/** Long enough to gather several ends and starts into one look, short enough not to be felt. */
const gatherMs = 15

/** While runs come and end all the time, looks are no closer than this: what has its place already keeps the runner busy. */
const apartMs = 60

function queues(): Queues {
  holder.handrailQueues ??= { known: new Set(), due: new Map(), looked: new Map() }
  return holder.handrailQueues
}

/** A run was stored and has no place yet: looks soon whether there is one. */
export function admitSoon(workspaceId: WorkspaceId): void {
  const { known, due, looked } = queues()
  known.add(workspaceId)
  if (due.has(workspaceId)) return
  const sinceMs = performance.now() - (looked.get(workspaceId) ?? Number.NEGATIVE_INFINITY)
  const timer = setTimeout(
    () => {
      due.delete(workspaceId)
      looked.set(workspaceId, performance.now())
      admitRuns(workspaceId).catch((error: unknown) =>
        log().warn({ err: error, workspaceId }, 'waiting runs were not looked at; the sweeper will'),
      )
    },
    Math.max(gatherMs, apartMs - sinceMs),
  )
  timer.unref()
  due.set(workspaceId, timer)
}

/** A run ended. Costs nothing where nothing waits. */
export function roomMade(workspaceId: WorkspaceId): void {
  if (queues().known.has(workspaceId)) admitSoon(workspaceId)
}

/** Gives the workspace's free places to what waits, and tells the runtime of those runs. Answers how many. */
export async function admitRuns(workspaceId: WorkspaceId): Promise<number> {
  const admitted = await database().db.transaction(async (tx) => {
    await lockQueue(tx, { workspaceId })
    return admitRunRows(tx, { workspaceId })
  })
  await tellRuntime(admitted.map((run) => ({ workspaceId, ...run })))
  return admitted.length
}

/** Looks after all queues: those that other processes filled, and places that came free without anybody saying so. */
export async function sweepQueues(): Promise<void> {
  const waiting = await queuedWorkspaces(database().db)
  queues().known = new Set(waiting)
  for (const workspaceId of waiting) await admitRuns(workspaceId)
}
