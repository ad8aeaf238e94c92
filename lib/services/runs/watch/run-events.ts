import 'server-only'
import { database } from '@/db/client'
import { findRun } from '@/db/queries/runs/find-run'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { RunStatus } from '@/lib/workflow/views/run-view'
import { hasEnded } from '../has-ended'
import { toRunId } from '../to-id'
import { watchRun } from './run-feed'

/** A change of a run: the reader compares revisions and reads the run again. */
export type RunChange = {
  readonly revision: number
  readonly status: RunStatus
  readonly waitingFor: string | null
}

/** A look without being told, for when an announcement is lost. */
const lookAgainMs = 10_000

/**
 * How the run stands now, and again whenever that changes, until it has ended or the signal aborts. A slow reader
 * misses states in between, never the last one.
 */
export async function* runEvents(
  actor: Actor,
  runId: string,
  signal: AbortSignal,
  when?: 'gathered' | 'at once',
): AsyncGenerator<RunChange, void, void> {
  authorize(actor, 'run.read')
  const scope = { workspaceId: actor.workspaceId, runId: toRunId(runId) }
  let wake = () => {}
  let isStale = true
  const onChange = () => {
    isStale = true
    wake()
  }
  const unwatch = watchRun(scope.runId, onChange, when)
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    let seen = -1
    while (!signal.aborted) {
      isStale = false
      const run = await findRun(database().db, scope)
      if (!run) {
        if (seen === -1) throw notFound('run')
        return
      }
      if (run.revision !== seen) {
        seen = run.revision
        yield { revision: run.revision, status: run.status, waitingFor: run.waitingFor }
      }
      if (hasEnded(run.status)) return
      if (isStale || signal.aborted) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookAgainMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  } finally {
    unwatch()
  }
}
