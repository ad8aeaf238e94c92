import { statementsOf } from '@/db/statements-of'
import { engineMode } from '@/lib/env'
import type { RunCarrier } from '@/lib/services/runs/start/carrier'
import { inngest } from './client'
import { thisRunner } from './embedded/this-runner'
import { runCancelRequested, runRequested } from './events'
import { abortRun } from './execution/cancellation'
import { carryWhole } from './execution/carry-whole'
import { sendSignal, sendSignalWithin } from './signals'

/** Carries runs through Inngest functions. Event ids make telling it twice the same as telling it once. */
export const inngestCarrier: RunCarrier = {
  whole: carryWhole,
  request: async (runs) => {
    await inngest.send(
      runs.map(({ runId, workspaceId, versionId }) =>
        runRequested.create({ runId, workspaceId, versionId }, { id: runId }),
      ),
    )
  },
  requestWithin: async (tx, { runId, workspaceId, versionId }) => {
    if (engineMode() !== 'embedded') return undefined
    const event = runRequested.create({ runId, workspaceId, versionId }, { id: runId })
    return thisRunner().sendWithin(statementsOf(tx), { ...event, ts: Date.now() })
  },
  cancel: async ({ runId, workspaceId }) => {
    abortRun(runId)
    await inngest.send(runCancelRequested.create({ runId, workspaceId }, { id: `cancel-${runId}` }))
  },
  signal: (name) => sendSignal(name, {}),
  signalWithin: sendSignalWithin,
}
