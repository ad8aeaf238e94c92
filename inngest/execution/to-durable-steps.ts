import { NonRetriableError } from 'inngest'
import type { DurableSteps, Memo } from './durable-steps'
import { maximumSteps } from './execution'

type SdkSteps = {
  run(options: { id: string; name: string }, body: () => Promise<Memo>): Promise<Memo>
  waitForSignal(
    options: { id: string },
    wait: { signal: string; timeout: string | Date; onConflict: 'fail' | 'replace' },
  ): Promise<unknown>
  sleepUntil(id: string, until: Date): Promise<void>
}

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
      counted()
      return sdk.run({ id, name }, body)
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
  }
}

/** The run asked for more durable steps than one run may have. */
export class TooManySteps extends NonRetriableError {
  override readonly name = 'TooManySteps'
  constructor() {
    super(`A run may have ${maximumSteps} steps.`)
  }
}
