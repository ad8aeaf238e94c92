import { eventType } from 'inngest'
import { z } from 'zod'

const runId = z.string().startsWith('run_')

/** A run was stored and waits to be carried out. Its id is the run's id, so that telling it twice starts it once. */
export const runRequested = eventType('run/requested', {
  schema: z.object({
    runId,
    workspaceId: z.string(),
    versionId: z.string(),
    /** The run at the root of the tree of runs that call one another: cancelling it cancels them all. */
    rootRunId: runId,
  }),
})

/** Somebody asked for a run, and all that it called, to end. */
export const runCancelRequested = eventType('run/cancel.requested', {
  schema: z.object({ rootRunId: runId, workspaceId: z.string() }),
})
