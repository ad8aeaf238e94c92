import { randomBytes } from 'node:crypto'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import {
  type AwaitedCallRow,
  expireAwaitedCall,
  findAwaitedCallOfStep,
  markCallTaken,
} from '@/db/queries/calls/awaited-call-of-step'
import { openAwaitedCall } from '@/db/queries/calls/open-awaited-call'
import { touchRun } from '@/db/queries/runs/touch-run'
import { markStepRow } from '@/db/queries/steps/mark-step'
import { durationMs } from '@/lib/core/duration'
import type { AwaitedCallId } from '@/lib/core/ids'
import type { Outcome } from '@/lib/engine/contract'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { attemptStep } from './attempt-step'
import { deriveStatus } from './derive-status'
import { durable, type Memo } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep, finishStepEarly } from './finish-step'
import type { StepIdentity } from './step-row'

/**
 * Waits until a one-time address is called, or until the deadline. The row is the truth: what comes in after the deadline
 * has been noted is refused, so that the caller and the run never believe different things.
 */
export async function awaitCall(
  execution: Execution,
  step: StepIdentity,
  deadline: string | undefined,
): Promise<Outcome> {
  const { path: stepPath } = step
  await durable(execution.steps, { path: stepPath, name: step.title }, (isResumed) =>
    attemptStep(execution, { step, isResumed, tries: 3 }, async () => {
      const known = await findAwaitedCallOfStep(database().db, { ...execution.scope, stepPath })
      return known ? settle(execution, known) : open(execution, step, deadline)
    }),
  )
  return factOf(execution, stepPath).outcome
}

async function open(
  execution: Execution,
  { path }: StepIdentity,
  deadline: string | undefined,
): Promise<Memo> {
  const id = newId<AwaitedCallId>('cal')
  const until = await database().db.transaction(async (tx) => {
    await touchRun(tx, execution.scope)
    const goodUntil = await openAwaitedCall(tx, {
      id,
      ...execution.scope,
      stepPath: path,
      token: randomBytes(24).toString('base64url'),
      deadlineMs: deadline === undefined ? undefined : durationMs(deadline),
    })
    await markStepRow(tx, {
      ...execution.scope,
      path,
      status: 'waiting',
      waitingFor: 'its address to be called',
      ...(goodUntil ? { input: { until: goodUntil.toISOString() } } : {}),
    })
    await deriveStatus(tx, execution, path)
    return goodUntil
  })
  announceRun(execution.run.id)
  return { state: 'waits', signal: id, until: until?.toISOString() ?? null }
}

async function settle(execution: Execution, call: AwaitedCallRow): Promise<Memo> {
  const { id: callId, stepPath } = call
  const { workspaceId } = execution.scope
  if (call.calledAt) {
    const outcome: Outcome = { status: 'succeeded', exit: 'out', output: call.body }
    const memo = await finishStepEarly(execution, { path: stepPath, outcome })
    await markCallTaken(database().db, { workspaceId, callId })
    return memo
  }
  if (call.takenAt || (await expireAwaitedCall(database().db, { workspaceId, callId }))) {
    return finishStep(execution, stepPath, { status: 'succeeded', exit: 'expired', output: {} })
  }
  return { state: 'waits', signal: callId, until: call.deadline?.toISOString() ?? null }
}
