import 'server-only'
import type { Actor } from '@/lib/policy/actor'
import type { RunView } from '@/lib/workflow/views/run-view'
import { draining } from '../../health/draining'
import { getRun } from '../get-run'
import { runEvents } from './run-events'

/** The run when it has ended, or as it stands after so many seconds (60 at most) or when this process is to stop. */
export async function waitForRun(actor: Actor, runId: string, seconds: number): Promise<RunView> {
  const limit = AbortSignal.any([AbortSignal.timeout(Math.min(Math.max(seconds, 0), 60) * 1_000), draining()])
  for await (const _ of runEvents(actor, runId, limit, 'at once')) {
    if (limit.aborted) break
  }
  return getRun(actor, runId)
}
