import { database } from '@/db/client'
import { noteConnectionUse } from '@/db/queries/runs/note-connection-use'
import { repeatOf } from '@/lib/connectors/repeat-of'
import { lookupAction, runAction } from '@/lib/connectors/runs'
import type { HandrailError } from '@/lib/core/errors'
import { type ConnectionId, isId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { EffectSending } from '@/lib/services/ledger/effect-call'
import { performEffect } from '@/lib/services/ledger/perform-effect'
import type { StepSettings } from '@/lib/workflow/settings'
import type { StepAnswer } from '@/lib/workflow/views/run-view'
import { currentLease, whileAway } from '../embedded/current-lease'
import { attemptStep } from './attempt-step'
import { delayToPlace, honourRetryAfter, takePlace } from './connection-place'
import { durable, type Memo } from './durable-steps'
import type { Execution } from './execution'
import { finishStep, settleAndFinish } from './finish-step'
import type { CheckGate } from './gate'
import { markStep } from './mark-step'
import { nothingThere } from './nothing-there'
import { type CallSource, type PreparedCall, prepareCall } from './prepared-call'
import type { StepIdentity } from './step-row'
import { withinLimit } from './time-limit'
import { triesOf } from './tries-of'

export type CallOfStep = {
  readonly step: StepIdentity
  readonly source: CallSource
  readonly settings: StepSettings
  /** What a person is offered when it fails for good. */
  readonly asks?: readonly StepAnswer[] | undefined
  /** Waits until its connection is connected again, where the service refuses it. */
  readonly pauses?: boolean
  readonly checkGate: CheckGate
  /** What a refusal by people means: for a step a failure, for an agent's call an answer to the model. */
  onRefused(refusal: { readonly rule: string; readonly message: string }): Promise<Memo>
}

/** Performs one call of an action as a durable step: reads go straight out, all else through gate and ledger. */
export async function performCall(execution: Execution, call: CallOfStep): Promise<void> {
  const { step, source, settings } = call
  let prepared: PreparedCall | undefined
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    attemptStep(
      execution,
      {
        step,
        isResumed,
        asks: call.asks,
        pausesFor: pausesFor(call),
        tries: triesOf(source.actionId, settings),
        backoff: settings.backoff,
        input: async () => {
          prepared = await prepareCall(execution, source)
          return prepared.input
        },
        putOff: (delayMs) => delayToPlace(execution, step.path, prepared?.connection ?? null, delayMs),
        onFailure: (error) => noteFailure(execution, source, error),
      },
      async () => {
        if (!prepared) throw new TypeError('the call was not prepared')
        return prepared.action.effect === 'read'
          ? read(execution, call, prepared)
          : change(execution, call, prepared)
      },
    ),
  )
}

function pausesFor({ pauses, source }: CallOfStep): ConnectionId | undefined {
  return pauses && isId<ConnectionId>('con', source.connectionId) ? source.connectionId : undefined
}

async function read(execution: Execution, call: CallOfStep, prepared: PreparedCall): Promise<Memo> {
  const sleeps = prepared.connection && (await takePlace(execution, call.step.path, prepared.connection))
  if (sleeps) return sleeps
  const output = await send(execution, call, prepared, {
    key: `${execution.run.originRunId}/${call.step.path}`,
    input: prepared.input,
  })
  await noteSuccess(execution, prepared)
  return finishStep(execution, call.step.path, { status: 'succeeded', exit: 'out', output })
}

async function change(execution: Execution, call: CallOfStep, prepared: PreparedCall): Promise<Memo> {
  const { path } = call.step
  const gate = await call.checkGate(prepared)
  if (gate.state === 'refused') return call.onRefused(gate)
  if (gate.state === 'waits') return gate
  const sleeps = prepared.connection && (await takePlace(execution, path, prepared.connection))
  if (sleeps) return sleeps
  const performed = await performEffect({
    workspaceId: execution.scope.workspaceId,
    runId: execution.run.id,
    originRunId: execution.run.originRunId,
    path,
    action: prepared.action.id,
    effect: prepared.action.effect,
    outward: prepared.action.outward,
    repeat: repeatOf(prepared.action, prepared.parsed),
    connection: prepared.connection && { id: prepared.connection.id, name: prepared.connection.name },
    input: prepared.input,
    preview: prepared.preview,
    digest: prepared.digest,
    lease: currentLease(),
    onUnknown: call.settings.onUnknown ?? 'ask',
    isLastTry: execution.attempt + 1 >= triesOf(prepared.action.id, call.settings),
    send: (sending) => send(execution, call, prepared, sending),
    confirm: (settle, output) =>
      settleAndFinish(execution, { path, outcome: { status: 'succeeded', exit: 'out', output } }, settle),
    lookup: ({ key, input }) =>
      withinLimit(call.settings, (signal) =>
        whileAway(() => lookupAction({ ...target(prepared), input, idempotencyKey: key, signal })),
      ),
  })
  if (performed.status === 'confirmed') {
    await noteSuccess(execution, prepared)
    if (execution.facts.has(path)) return { state: 'ended' }
    return finishStep(execution, path, { status: 'succeeded', exit: 'out', output: performed.output })
  }
  if (performed.status === 'skipped') return finishStep(execution, path, { status: 'skipped' })
  await markStep(execution, {
    path,
    status: 'unknown',
    waitingFor: `“${prepared.title}” may or may not have happened (${prepared.preview}). Say which.`,
  })
  return { state: 'waits', signal: performed.effectId, until: null }
}

function target(prepared: PreparedCall) {
  return {
    action: prepared.action.id,
    connection: prepared.connection?.open ?? null,
    hosts: prepared.hosts,
  }
}

/** Reads stop when the run is cancelled; a change that is on its way is let finish, so that its outcome is known. */
async function send(
  execution: Execution,
  call: CallOfStep,
  prepared: PreparedCall,
  { key, input }: EffectSending,
): Promise<Json> {
  const stoppedBy = prepared.action.effect === 'read' ? [execution.signal] : []
  try {
    return await withinLimit(
      call.settings,
      (signal) => whileAway(() => runAction({ ...target(prepared), input, idempotencyKey: key, signal })),
      { stoppedBy },
    )
  } catch (error) {
    await honourRetryAfter(execution, prepared.connection, error)
    throw nothingThere(prepared, error)
  }
}

async function noteSuccess(execution: Execution, { connection }: PreparedCall): Promise<void> {
  if (!connection || connection.isNoted) return
  await noteConnectionUse(database().db, {
    workspaceId: execution.scope.workspaceId,
    connectionId: connection.id,
    status: 'ok',
    message: null,
  })
}

async function noteFailure(execution: Execution, source: CallSource, error: HandrailError): Promise<void> {
  if (error.code !== 'reconnect' || !source.connectionId) return
  await noteConnectionUse(database().db, {
    workspaceId: execution.scope.workspaceId,
    connectionId: source.connectionId,
    status: 'reconnect',
    message: error.message,
  })
}
