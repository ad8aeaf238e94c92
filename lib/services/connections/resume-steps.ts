import 'server-only'
import { database } from '@/db/client'
import { answerForConnection } from '@/db/queries/steps/questions'
import type { ConnectionId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { log } from '@/lib/services/log'
import { carrier } from '@/lib/services/runs/start/carrier'
import { announceRun } from '@/lib/services/runs/watch/announce-run'

/** Lets the steps that wait for a connection try again, in every run. A run that is not told now is told by the sweeper. */
export async function resumeSteps({ workspaceId, userId }: Actor, connectionId: ConnectionId): Promise<void> {
  const answered = await answerForConnection(database().db, { workspaceId, connectionId, userId })
  for (const { id, runId } of answered) {
    announceRun(runId)
    await carrier()
      ?.signal(id)
      .catch((error: unknown) =>
        log().warn({ err: error, runId }, 'a connection works again, but its run is not told yet'),
      )
  }
}
