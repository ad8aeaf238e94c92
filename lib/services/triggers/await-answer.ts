import 'server-only'
import { database } from '@/db/client'
import { findArtifact } from '@/db/queries/artifacts/find-artifact'
import { findAnswer } from '@/db/queries/runs/find-answer'
import { type ArtifactId, isId, type RunId, type WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import { type Answer, readAnswer } from '@/lib/workflow/answer'
import { storedJson } from '../runs/stored-json'
import { watchRun } from '../runs/watch/run-feed'

/**
 * What the caller of a webhook is answered when it waits: what a `respond` step said, else what the run gave when it
 * ended, else, once the signal aborts, that the run goes on.
 */
export async function awaitAnswer(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  signal: AbortSignal,
): Promise<Answer> {
  const { runId } = scope
  for (;;) {
    const changed = nextChange(runId, signal)
    const run = await findAnswer(database().db, scope)
    if (!run) return plain(500, { id: runId, status: 'failed', message: 'The run was deleted.' })
    if (run.hasResponse !== null) return readAnswer(storedJson(run.responseBody, run.response))
    const { status } = run
    if (status === 'succeeded') return plain(200, await wholeOutput(scope.workspaceId, run.output))
    if (status === 'failed' || status === 'cancelled') {
      return plain(500, { id: runId, status, message: run.error?.message ?? '' })
    }
    if (signal.aborted) return plain(202, { id: runId })
    await changed
  }
}

const plain = (status: number, body: Json): Answer => ({ status, headers: {}, body })

function nextChange(runId: RunId, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unwatch()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, 2_000)
    const unwatch = watchRun(runId, done, 'at once')
    signal.addEventListener('abort', done, { once: true })
  })
}

async function wholeOutput(workspaceId: WorkspaceId, output: Json | null): Promise<Json> {
  const artifactId = artifactIn(output)
  if (!artifactId) return output
  const artifact = await findArtifact(database().db, { workspaceId, artifactId })
  return storedJson(artifact?.body, null)
}

/** A large output is kept as an artifact, and the run names it. */
function artifactIn(output: Json | null): ArtifactId | undefined {
  if (typeof output !== 'object' || output === null || !('artifact' in output) || !('bytes' in output))
    return undefined
  const id = output.artifact
  return typeof id === 'string' && isId<ArtifactId>('art', id) ? id : undefined
}
