import { isOutage } from '@/db/is-outage'
import { HandrailError } from '@/lib/core/errors'
import type { RunId, VersionId, WorkspaceId } from '@/lib/core/ids'
import type { RunEnd, RunState } from '@/lib/engine/contract'
import { drive } from '@/lib/engine/drive'
import { toStepError } from '@/lib/engine/to-step-error'
import { log } from '@/lib/services/log'
import { portsOf } from '../ports'
import { forgetCancellation } from './cancellation'
import { driveOne } from './drive-one'
import type { DurableSteps } from './durable-steps'
import { endBroken } from './end-broken'
import { endRun } from './end-run'
import type { Execution } from './execution'
import { loadExecution } from './load-execution'
import type { SideBySide } from './side-by-side'
import { TooManySteps, tooManyStepsError } from './to-durable-steps'
import { waitOut } from './wait-out'

/** Carries a run as far as it can be carried in this call. */
export async function execute(
  scope: { readonly workspaceId: WorkspaceId; readonly runId: RunId },
  steps: DurableSteps,
  {
    attempt,
    sideBySide,
    versionId,
  }: {
    readonly attempt: number
    readonly sideBySide: SideBySide
    readonly versionId?: VersionId | undefined
  },
): Promise<void> {
  const loaded = await loadExecution(scope, steps, { attempt, versionId }).catch((error: unknown) =>
    notLoaded(scope, error),
  )
  if (!loaded) return
  const { execution, state } = loaded
  const end = await sideBySide(execution.plan, () => endOf(execution, state))
  await steps.run('end', 'End the run', async () => {
    await endRun(execution, end).catch((error: unknown) => {
      waitOut(error)
      throw error
    })
    forgetCancellation(scope.runId)
    return { state: 'ended' }
  })
}

async function endOf(
  execution: Execution,
  state: RunState,
): Promise<Pick<RunEnd, 'status' | 'output' | 'error'>> {
  const ports = portsOf(execution)
  try {
    return execution.run.onlyStep === null
      ? await drive(execution.plan, state, ports)
      : await driveOne(execution, state, execution.run.onlyStep, ports)
  } catch (error) {
    if (error instanceof TooManySteps) return { status: 'failed', output: null, error: tooManyStepsError }
    if (!(error instanceof HandrailError)) {
      if (isOutage(error)) throw error
      log().error({ err: error, runId: execution.run.id }, 'a run broke')
    }
    return { status: 'failed', output: null, error: toStepError(error) }
  }
}

/** A version that cannot be planned (one that was stored before a rule was made) fails its run and says why. */
async function notLoaded(scope: Parameters<typeof endBroken>[0], error: unknown): Promise<undefined> {
  if (!(error instanceof HandrailError)) throw error
  await endBroken(scope, error)
}
