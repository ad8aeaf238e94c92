import { NonRetriableError, referenceFunction } from 'inngest'
import { withinStep } from '../embedded/current-lease'
import type { DurableSteps, Memo } from './durable-steps'
import { maximumSteps } from './execution'

type SdkSteps = {
  run(options: { id: string; name: string }, body: () => Promise<Memo>): Promise<Memo>
  waitForSignal(
    options: { id: string },
    wait: { signal: string; timeout: string | Date; onConflict: 'fail' | 'replace' },
  ): Promise<unknown>
  sleepUntil(id: string, until: Date): Promise<void>
  invoke(
    id: string,
    options: { function: ReturnType<typeof referenceFunction>; data: Record<string, unknown> },
  ): Promise<unknown>
}

const functions = {
  lane: referenceFunction({ functionId: 'run-lane' }),
  run: referenceFunction({ functionId: 'run-workflow' }),
}

/** What ends a call is always allowed: it says what went wrong. */
const closing: ReadonlySet<string> = new Set(['end', 'lane.end'])

/** A wait without an end of its own is renewed after this long. */
const renewal = '360d'

/** The SDK's steps as the ports use them, counted: a run that needs too many ends with a sentence, not at the server. */
export function toDurableSteps(sdk: SdkSteps): DurableSteps {
  let count = 0
  function counted(): void {
    count += 1
    if (count > maximumSteps) throw new TooManySteps()
  }
  return {
    run: (id, name, body) => {
      if (!closing.has(id)) counted()
      return sdk.run({ id, name }, () => withinStep({ id, name }, body))
    },
    waitForSignal: async (id, { signal, until }) => {
      counted()
      await sdk.waitForSignal(
        { id },
        { signal, timeout: until === null ? renewal : new Date(until), onConflict: 'replace' },
      )
    },
    sleepUntil: (id, until) => {
      counted()
      return sdk.sleepUntil(id, new Date(until))
    },
    invoke: (id, { kind, ...data }) => {
      counted()
      return sdk.invoke(id, { function: functions[kind], data })
    },
    count: () => count,
  }
}

/** What is said of a run, or of an item, that asked for more. */
export const tooManyStepsError = {
  code: 'limit_reached',
  who: 'user',
  retry: 'no',
  message: `A run, or one item of a loop, may take ${maximumSteps} steps, and this one needs more. Split the workflow in two.`,
} as const

/** The run asked for more durable steps than one run may have. */
export class TooManySteps extends NonRetriableError {
  override readonly name = 'TooManySteps'
  constructor() {
    super(`A run may have ${maximumSteps} steps.`)
  }
}
