import { NonRetriableError, RetryAfterError } from 'inngest'
import { isOutage } from '@/db/is-outage'
import type { HandrailError } from '@/lib/core/errors'
import { isId, type RunId, type WorkspaceId } from '@/lib/core/ids'
import { engineMode } from '@/lib/env'
import { logAbout } from '@/lib/services/log-scope'
import { inngest } from '../client'
import { poisoned } from '../embedded/poisoned'
import { runCancelRequested, runRequested } from '../events'
import { endBroken, parked } from '../execution/end-broken'
import { execute, type SideBySide } from '../execution/execute'
import { toDurableSteps } from '../execution/to-durable-steps'

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
    cancelOn: [{ event: runCancelRequested, match: 'data.rootRunId' }],
    onFailure: async ({ event }) => {
      await endBroken(scopeOf(event.data.event.data), causeOf(event.data.error))
    },
  },
  async ({ event, step, attempt, group }) => {
    try {
      // In this process a branch goes on while another waits. An Inngest server would then call the steps after a join
      // many times over, so there branches go on together.
      const sideBySide = engineMode() === 'embedded' ? group.parallel : inStep
      const scope = scopeOf(event.data)
      await logAbout(scope, () => execute(scope, toDurableSteps(step), { attempt, sideBySide }))
    } catch (error) {
      if (error instanceof NonRetriableError || error instanceof RetryAfterError) throw error
      if (isOutage(error)) throw new RetryAfterError('The database cannot be reached.', 2_000)
      throw new NonRetriableError('The run broke.', { cause: error })
    }
  },
)

/** Why the runtime gave up, where that is something to tell. */
function causeOf(error: { readonly name: string }): HandrailError | undefined {
  return error.name === poisoned.name ? parked() : undefined
}

const inStep: SideBySide = (carry) => carry()

function scopeOf(data: { readonly workspaceId: string; readonly runId: string }) {
  const { workspaceId, runId } = data
  if (!isId<WorkspaceId>('wsp', workspaceId) || !isId<RunId>('run', runId))
    throw new NonRetriableError('The event names no run.')
  return { workspaceId, runId }
}
