import { eventType } from 'inngest'
import { z } from 'zod'

const runId = z.string().startsWith('run_')

/** A run was stored and waits to be carried out. Its id is the run's id, so that telling it twice starts it once. */
export const runRequested = eventType('run/requested', {
  schema: z.object({ runId, workspaceId: z.string(), versionId: z.string() }),
})

/** A run was cancelled. Each run that it called is told of by an event of its own. */
export const runCancelRequested = eventType('run/cancel.requested', {
  schema: z.object({ runId, workspaceId: z.string() }),
})
