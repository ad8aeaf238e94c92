import type { HandrailError } from '@/lib/core/errors'
import { logAbout } from '@/lib/services/log-scope'
import { inngest } from '../client'
import { poisoned } from '../embedded/poisoned'
import { runCancelRequested, runRequested } from '../events'
import { endBroken, parked } from '../execution/end-broken'
import { execute } from '../execution/execute'
import { sideBySideBy } from '../execution/side-by-side'
import { toDurableSteps } from '../execution/to-durable-steps'
import { orRetry, scopeOf, versionOf } from './run-scope'

/**
 * The one function that carries runs: it loads a version's document, plans it and drives it to its end. It is called
 * many times for one run; what it did before is in the runtime's memo and in our tables.
 */
export const runWorkflow = inngest.createFunction(
  {
    id: 'run-workflow',
    name: 'Run a workflow',
    triggers: [runRequested],
    retries: 20,
    cancelOn: [{ event: runCancelRequested, match: 'data.runId' }],
    onFailure: async ({ event }) => {
      await endBroken(scopeOf(event.data.event.data), causeOf(event.data.error))
    },
  },
  ({ event, step, attempt, group }) =>
    orRetry(async () => {
      const scope = scopeOf(event.data)
      const versionId = versionOf(event.data)
      const sideBySide = sideBySideBy(group.parallel)
      await logAbout(scope, () => execute(scope, toDurableSteps(step), { attempt, sideBySide, versionId }))
    }),
)

/** Why the runtime gave up, where that is something to tell. */
function causeOf(error: { readonly name: string }): HandrailError | undefined {
  return error.name === poisoned.name ? parked() : undefined
}
