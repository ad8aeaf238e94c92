import { holdRun } from '@/db/queries/system/runner/hold-run'
import { findPoisonedRuns } from '@/db/queries/system/runner/strike-jobs'
import { finishRun } from './finish-run'
import type { RunError } from './limits'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'

/** So often may the process that carries a run end, or fail to book its answer, without the run coming any further. */
export const maximumStrikes = 3

/** With so many strikes a call is made with nothing beside it: should the process end again, this call has ended it. */
export const suspectAfter = 2

export const poisoned: RunError = {
  name: 'HandrailPoisonedRun',
  message: `The process that carried this run ended ${maximumStrikes} times at the same place.`,
}

/** Ends the runs that end their process each time, so that they do no more harm. Returns how many. */
export async function parkPoisoned(parts: RunnerParts): Promise<number> {
  const runs = await findPoisonedRuns(parts.sql, maximumStrikes)
  for (const runId of runs) {
    await retryTransaction(parts.sql, async (sql) => {
      if (await holdRun(sql, runId)) await finishRun(sql, parts, { runId, status: 'failed', error: poisoned })
    })
    parts.log.error({ run: runId }, 'A run was parked: it ended its process again and again')
  }
  if (runs.length > 0) parts.wake()
  return runs.length
}
