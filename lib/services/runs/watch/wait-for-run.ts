import 'server-only'
import { deadlineIn } from '@/lib/net/deadline'
import type { Actor } from '@/lib/policy/actor'
import type { RunView } from '@/lib/workflow/views/run-view'
import { draining } from '../../health/draining'
import { getRun } from '../get-run'
import { runEvents } from './run-events'

/** The run when it has ended, or as it stands after so many seconds (60 at most) or when this process is to stop. */
export async function waitForRun(actor: Actor, runId: string, seconds: number): Promise<RunView> {
  const { signal, clear } = deadlineIn(Math.min(Math.max(seconds, 0), 60) * 1_000, [draining()])
  try {
    for await (const _ of runEvents(actor, runId, signal, 'at once')) {
      if (signal.aborted) break
    }
  } finally {
    clear()
  }
  return getRun(actor, runId)
}
