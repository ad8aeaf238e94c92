import { z } from 'zod'
import { logAbout } from '@/lib/services/log-scope'
import { inngest } from '../client'
import { runCancelRequested } from '../events'
import { carryLane } from '../execution/loop/carry-lane'
import { sideBySideBy } from '../execution/side-by-side'
import { toDurableSteps } from '../execution/to-durable-steps'
import { orRetry, scopeOf } from './run-scope'

const laneSchema = z.object({ loop: z.string(), from: z.number().int(), step: z.number().int() })

/**
 * Carries some items of one loop, one after another, as a call of its own: so that a wait in one of them holds up no
 * other, and no call has to remember all of them. It says how far it came.
 */
export const runLane = inngest.createFunction(
  {
    id: 'run-lane',
    name: 'Run items of a loop',
    triggers: [],
    retries: 20,
    cancelOn: [{ event: runCancelRequested, match: 'data.runId' }],
  },
  ({ event, step, attempt, group }) =>
    orRetry(() => {
      const scope = scopeOf(event.data)
      const lane = { ...scope, ...laneSchema.parse(event.data) }
      const sideBySide = sideBySideBy(group.parallel)
      return logAbout(scope, () => carryLane(lane, toDurableSteps(step), { attempt, sideBySide }))
    }),
)
