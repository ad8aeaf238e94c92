import { holdRun } from '@/db/queries/system/runner/hold-run'
import { findPoisonedRuns, type Weights } from '@/db/queries/system/runner/strike-jobs'
import { finishRun } from './finish-run'
import type { RunError } from './limits'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'

/**
 * What counts against a run when the process that carries it ends, or cannot book its answer, and the run has come no
 * further since the last time. A process that is killed from outside says nothing about its runs, and cannot be told from
 * one that a run has ended: only that it happens again and again while there is nothing else to blame tells them apart.
 * So it takes three such ends with the call alone in its process. One among others says little, and is enough by itself
 * only for a call beside which something is always under way.
 */
export const weights: Weights = { alone: 3, inCompany: 1, enough: 9 }

/** After two ends in company, or one alone, a call is made with nothing beside it. */
export const suspectFrom = 2

export const poisoned: RunError = {
  name: 'HandrailPoisonedRun',
  message: 'The process that carried this run ended again and again at the same place.',
}

/** Ends the runs that end their process each time, so that they do no more harm. Returns how many. */
export async function parkPoisoned(parts: RunnerParts): Promise<number> {
  const runs = await findPoisonedRuns(parts.sql, weights.enough)
  for (const runId of runs) {
    await retryTransaction(parts.sql, async (sql) => {
      if (await holdRun(sql, runId)) await finishRun(sql, parts, { runId, status: 'failed', error: poisoned })
    })
    parts.log.error({ run: runId }, 'A run was parked: it ended its process again and again')
  }
  if (runs.length > 0) parts.wake()
  return runs.length
}
