import 'server-only'
import { database } from '@/db/client'
import { markDispatched } from '@/db/queries/runs/mark-dispatched'
import type { RunId, WorkspaceId } from '@/lib/core/ids'
import { log } from '../../log'
import { announceRun } from '../watch/announce-run'
import { carrier, type RunRequest } from './carrier'

/** The runtime knows of the run. */
export function noteTold({ workspaceId, runId }: Pick<RunRequest, 'workspaceId' | 'runId'>): void {
  announceRun(runId)
  noteDispatched(workspaceId, runId)
}

/** Tells the runtime of runs that have their place. What fails here is repeated by the sweeper, so nothing is thrown. */
export async function tellRuntime(runs: readonly RunRequest[]): Promise<void> {
  for (const { runId } of runs) announceRun(runId)
  const runtime = carrier()
  if (!runtime || runs.length === 0) return
  try {
    await runtime.request(runs)
    for (const { workspaceId, runId } of runs) noteDispatched(workspaceId, runId)
  } catch (error) {
    const runIds = runs.map(({ runId }) => runId)
    log().warn({ err: error, runIds }, 'runs were stored, but the runtime could not be told yet')
  }
}

type Dispatched = { readonly told: Map<WorkspaceId, RunId[]>; timer: NodeJS.Timeout | undefined }

const holder = globalThis as { handrailDispatched?: Dispatched }

/** Shorter than the sweeper's patience, long enough for one note about many runs. */
const gatherMs = 100

/** A note that is lost costs nothing: the sweeper tells the runtime again, and telling twice starts a run once. */
function noteDispatched(workspaceId: WorkspaceId, runId: RunId): void {
  holder.handrailDispatched ??= { told: new Map(), timer: undefined }
  const dispatched = holder.handrailDispatched
  dispatched.told.set(workspaceId, [...(dispatched.told.get(workspaceId) ?? []), runId])
  dispatched.timer ??= setTimeout(() => {
    dispatched.timer = undefined
    const notes = [...dispatched.told]
    dispatched.told.clear()
    for (const [workspace, runIds] of notes) {
      markDispatched(database().db, { workspaceId: workspace, runIds }).catch((error: unknown) =>
        log().warn({ err: error }, 'runs were told to the runtime, but not noted as told'),
      )
    }
  }, gatherMs)
  dispatched.timer.unref()
}
