import 'server-only'
import { database } from '@/db/client'
import { findArtifact } from '@/db/queries/artifacts/find-artifact'
import { findRun } from '@/db/queries/runs/find-run'
import { type ArtifactId, isId, type RunId, type WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import { hasEnded } from '../has-ended'
import { watchRun } from './run-feed'

/** `status` is null when the run goes on. */
export type RunOutcome = {
  readonly status: 'succeeded' | 'failed' | 'cancelled' | null
  readonly output: Json
  readonly message: string
}

/** How a run ended, waited for until the signal aborts. For callers of a workflow, who see its output and nothing else. */
export async function runOutcome(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  signal: AbortSignal,
): Promise<RunOutcome> {
  for (;;) {
    const changed = nextChange(scope.runId, signal)
    const run = await findRun(database().db, scope)
    if (!run) return { status: 'failed', output: null, message: 'The run was deleted.' }
    const { status } = run
    if (status === 'succeeded' || status === 'failed' || status === 'cancelled') {
      return {
        status,
        output: await wholeOutput(scope.workspaceId, run.output),
        message: run.error?.message ?? '',
      }
    }
    if (signal.aborted || hasEnded(status)) return { status: null, output: null, message: '' }
    await changed
  }
}

function nextChange(runId: RunId, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unwatch()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, 2_000)
    const unwatch = watchRun(runId, done)
    signal.addEventListener('abort', done, { once: true })
  })
}

async function wholeOutput(workspaceId: WorkspaceId, output: Json | null): Promise<Json> {
  const artifactId = artifactIn(output)
  if (!artifactId) return output
  const artifact = await findArtifact(database().db, { workspaceId, artifactId })
  const value: Json = artifact ? JSON.parse(artifact.body.toString('utf8')) : null
  return value
}

/** A large output is kept as an artifact, and the run names it. */
function artifactIn(output: Json | null): ArtifactId | undefined {
  if (typeof output !== 'object' || output === null || !('artifact' in output) || !('bytes' in output))
    return undefined
  const id = output.artifact
  return typeof id === 'string' && isId<ArtifactId>('art', id) ? id : undefined
}
