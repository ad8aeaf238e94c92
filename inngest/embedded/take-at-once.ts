import { type LeasedJob, leaseCall } from '@/db/queries/system/runner/lease-jobs'
import { loadRuns, type RunState } from '@/db/queries/system/runner/load-runs'
import type { Statements } from '@/db/queries/system/runner/statements'
import type { RunnerParts } from './runner-parts'

/**
 * Takes the next call of a run within the transaction that makes it due and that holds the run: how to begin it here
 * after the commit. Nothing where there is no room, where a limit on calls has to be counted first, or where a process
 * ended over the call.
 */
export type TakeAtOnce = (sql: Statements, runId: string) => Promise<(() => void) | undefined>

type Work = { room(): number; begin(job: LeasedJob, run: RunState): void }

export function takeAtOnce(parts: RunnerParts, { room, begin }: Work): TakeAtOnce {
  return async (sql, runId) => {
    if (parts.catalog().hasLimits || room() <= 0) return undefined
    const [job, [run]] = await Promise.all([
      leaseCall(sql, { runId, owner: parts.owner, leaseMs: parts.times.leaseMs }),
      loadRuns(sql, [runId]),
    ])
    return job && run && (() => begin(job, run))
  }
}
