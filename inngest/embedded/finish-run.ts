import { endRun, type RunEnd } from '@/db/queries/system/runner/end-run'
import { endStep } from '@/db/queries/system/runner/end-step'
import { holdRun } from '@/db/queries/system/runner/hold-run'
import type { Statements } from '@/db/queries/system/runner/statements'
import type { RunnerParts } from './runner-parts'

/** The events that tell of each end: a job to tell them is made only when some function listens for one. */
const toldBy = {
  completed: ['inngest/function.finished'],
  failed: ['inngest/function.failed', 'inngest/function.finished'],
  cancelled: ['inngest/function.cancelled'],
} as const

/**
 * Ends a run that the caller holds, and the step of the run that invoked it. The child was held first and the parent
 * is held now: always in this order. Answers whether that made something due.
 */
export async function finishRun(
  sql: Statements,
  parts: RunnerParts,
  end: Omit<RunEnd, 'announce'>,
): Promise<boolean> {
  const catalog = parts.catalog()
  const announce = toldBy[end.status].some((name) => catalog.listensTo(name))
  const parent = await endRun(sql, { ...end, announce })
  if (!parent) return announce
  const result =
    end.status === 'completed'
      ? { data: end.output }
      : { error: end.error ?? { name: 'Error', message: 'The invoked function was cancelled.' } }
  const [isRunning] = await Promise.all([holdRun(sql, parent.runId)])
  if (isRunning) await endStep(sql, { runId: parent.runId, hash: parent.step, ...result })
  return true
}
