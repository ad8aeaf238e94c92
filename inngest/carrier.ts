import type { RunCarrier } from '@/lib/services/runs/start/carrier'
import { inngest } from './client'
import { runCancelRequested, runRequested } from './events'
import { abortRun } from './execution/cancellation'
import { carryWhole } from './execution/carry-whole'
import { sendSignal } from './signals'

/** Carries runs through Inngest functions. Event ids make telling it twice the same as telling it once. */
export const inngestCarrier: RunCarrier = {
  whole: carryWhole,
  request: async ({ runId, workspaceId, versionId }) => {
    const event = runRequested.create({ runId, workspaceId, versionId }, { id: runId })
    await inngest.send(event)
  },
  cancel: async ({ runId, workspaceId }) => {
    abortRun(runId)
    await inngest.send(runCancelRequested.create({ runId, workspaceId }, { id: `cancel-${runId}` }))
  },
  signal: (name) => sendSignal(name, {}),
}
