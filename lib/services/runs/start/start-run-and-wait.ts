import 'server-only'
import type { RunId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import type { RunView } from '@/lib/workflow/views/run-view'
import { hasEnded } from '../has-ended'
import { waitForRun } from '../watch/wait-for-run'
import { type RunStart, startRun } from './start-run'

/** Starts a run and, where that is asked, waits up to so many seconds for its end. `ended` is null if it goes on. */
export async function startRunAndWait(
  actor: Actor,
  workflowId: string,
  { wait = 0, ...start }: RunStart & { readonly wait?: number | undefined },
): Promise<{ id: RunId; ended: RunView | null }> {
  const { id } = await startRun(actor, workflowId, start)
  if (wait === 0) return { id, ended: null }
  const run = await waitForRun(actor, id, wait)
  return { id, ended: hasEnded(run.status) ? run : null }
}
