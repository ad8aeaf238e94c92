import { endStep } from '@/db/queries/system/runner/end-step'
import { holdJob, holdRun } from '@/db/queries/system/runner/hold-run'
import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import { readStepOp } from '@/db/queries/system/runner/read-step-op'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'

const invokeTimedOut = {
  name: 'InngestInvokeTimeoutError',
  message: 'The invoked function did not end in time.',
}

/** Ends a sleep, or a wait whose deadline has come: with nothing, except that an invocation fails. */
export async function runTimer(parts: RunnerParts, job: LeasedJob): Promise<void> {
  await retryTransaction(parts.sql, async (sql) => {
    const isRunning = await holdRun(sql, job.runId)
    const held = await holdJob(sql, { jobId: job.id, token: job.token })
    if (!isRunning || !held) return
    const op = await readStepOp(sql, { runId: job.runId, hash: job.step })
    const result = op === 'InvokeFunction' ? { error: invokeTimedOut } : { data: null }
    await endStep(sql, { runId: job.runId, hash: job.step, ...result })
  })
  parts.wake()
}
