import { durationMs } from '@/lib/core/duration'
import { HandrailError } from '@/lib/core/errors'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { momentOf } from '@/lib/workflow/moment'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { attemptStep } from './attempt-step'
import { durable } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep } from './finish-step'
import { markStep } from './mark-step'
import { stepOfNode } from './step-row'

/** A wait is at most this long: what the runtime's timers promise. */
const longestMs = 365 * 24 * 60 * 60 * 1_000

/** The port `wait`: lets time pass. Never early; a time that has passed is passed at once. */
export async function passTime(execution: Execution, call: StepCall): Promise<Outcome> {
  const step = stepOfNode(execution, call.node)
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    attemptStep(execution, { step, isResumed, tries: 1 }, async () => {
      if (isResumed) return passed(execution, step.path)
      const until = new Date(endOf(call))
      if (until.getTime() <= Date.now()) return passed(execution, step.path)
      await markStep(execution, {
        path: step.path,
        status: 'waiting',
        waitingFor: `until ${until.toISOString()}`,
        input: { until: until.toISOString() },
      })
      return { state: 'sleeps', until: until.toISOString() }
    }),
  )
  return factOf(execution, step.path).outcome
}

function passed(execution: Execution, path: string) {
  const output = { at: new Date().toISOString() }
  return finishStep(execution, path, { status: 'succeeded', exit: 'out', output })
}

function endOf(call: StepCall): number {
  const { node } = call
  if (node.type !== 'wait') throw new TypeError(`${node.type} is no wait`)
  const end =
    'for' in node.config
      ? Date.now() + (durationMs(node.config.for) ?? 0)
      : momentOf(resolveBinding(node.config.until, call, 'config.until'))
  if (end === undefined) throw notATime()
  if (end - Date.now() > longestMs) throw tooLong()
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
