import { database } from '@/db/client'
import { findStepRow } from '@/db/queries/steps/find-step'
import { databaseNow } from '@/db/queries/system/database-now'
import { durationMs } from '@/lib/core/duration'
import { HandrailError } from '@/lib/core/errors'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { momentOf } from '@/lib/workflow/moment'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { isObject } from '@/lib/workflow/value-at'
import { attemptStep } from './attempt-step'
import { awaitCall } from './await-call'
import { durable, type Memo } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep } from './finish-step'
import { markStep } from './mark-step'
import { stepOfNode } from './step-row'

/** A wait is at most this long: what the runtime's timers promise. */
const longestMs = 365 * 24 * 60 * 60 * 1_000

/**
 * The port `wait`: lets time pass, or waits for a call. Never early by the database's clock, whatever the clock of this
 * machine or of the runtime says; a time that has passed is passed at once.
 */
export async function passTime(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  if (node.type !== 'wait') throw new TypeError(`${node.type} is no wait`)
  const step = stepOfNode(execution, node)
  if ('call' in node.config) return awaitCall(execution, step, node.config.deadline)
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    attemptStep(execution, { step, isResumed, tries: 1 }, async () => {
      const now = (await databaseNow(database().db)).getTime()
      const end = (await storedEnd(execution, step.path)) ?? endOf(call, now)
      return end <= now ? passed(execution, step.path, now) : sleep(execution, step.path, end)
    }),
  )
  return factOf(execution, step.path).outcome
}

/** The end that the step was given when it began: a wait that is begun again ends when it would have. */
async function storedEnd(execution: Execution, path: string): Promise<number | undefined> {
  const row = await findStepRow(database().db, { ...execution.scope, path })
  const input = row?.step.input
  return input && isObject(input) && input.until !== undefined ? momentOf(input.until) : undefined
}

async function sleep(execution: Execution, path: string, end: number): Promise<Memo> {
  const until = new Date(end).toISOString()
  await markStep(execution, { path, status: 'waiting', waitingFor: `until ${until}`, input: { until } })
  return { state: 'sleeps', until }
}

function passed(execution: Execution, path: string, now: number): Promise<Memo> {
  const output = { at: new Date(now).toISOString() }
  return finishStep(execution, path, { status: 'succeeded', exit: 'out', output })
}

function endOf(call: StepCall, now: number): number {
  const { node } = call
  if (node.type !== 'wait' || 'call' in node.config) throw new TypeError('this step waits for no time')
  const end =
    'for' in node.config
      ? now + (durationMs(node.config.for) ?? 0)
      : momentOf(resolveBinding(node.config.until, call, 'config.until'))
  if (end === undefined) throw notATime()
  if (end - now > longestMs) throw tooLong()
  return end
}

function notATime(): HandrailError {
  return new HandrailError({
    code: 'wrong_type',
    who: 'user',
    retry: 'no',
    message: 'The time to wait for is not a date or time. Bind it to one, such as 2027-01-31T09:00:00Z.',
    field: 'config.until',
  })
}

function tooLong(): HandrailError {
  return new HandrailError({
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message: 'A wait may last 365 days at most. Choose an earlier time.',
    field: 'config.until',
  })
}
