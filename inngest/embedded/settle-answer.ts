import { addSteps } from '@/db/queries/system/runner/add-steps'
import { endStep } from '@/db/queries/system/runner/end-step'
import { lockEventNames } from '@/db/queries/system/runner/find-waits'
import { holdJob, holdRun } from '@/db/queries/system/runner/hold-run'
import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import { callAgain, dropJob, retryJob } from '@/db/queries/system/runner/move-job'
import { settlePending } from '@/db/queries/system/runner/pending-steps'
import { type Due, releaseSignals, scheduleWork } from '@/db/queries/system/runner/schedule-work'
import { startRuns } from '@/db/queries/system/runner/start-runs'
import type { Statements } from '@/db/queries/system/runner/statements'
import type { RunnerEvent } from './event'
import { finishRun } from './finish-run'
import { limits, outputTooLarge, tooManySteps } from './limits'
import { isTooLarge, planOperations, type Reported } from './plan-operations'
import type { Answer, Operation } from './read-answer'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'

/** A call that is under way or was just answered. */
export type Call = {
  readonly job: LeasedJob
  readonly functionId: string
  readonly trigger: RunnerEvent
  /** How many steps had ended when the call began. */
  readonly knownSteps: number
  readonly maxAttempts: number
}

/**
 * Books the answer of a call in one transaction, if the call still holds its job; else the answer is ignored.
 *
 * Locks are taken in one order: event names, the run, its job, and last the run that invoked it.
 */
export async function settleAnswer(parts: RunnerParts, call: Call, answer: Answer): Promise<void> {
  const names = answer.kind === 'operations' ? awaitedEvents(answer.operations) : []
  await retryTransaction(parts.sql, async (sql) => {
    if (names.length > 0) await lockEventNames(sql, names, 'waited for')
    const [isRunning, job] = await Promise.all([
      holdRun(sql, call.job.runId),
      holdJob(sql, { jobId: call.job.id, token: call.job.token }),
    ])
    if (!job) return
    if (!isRunning) return await dropJob(sql, call.job.id)
    await book(sql, parts, { call, answer, redo: job.redo })
  })
  parts.wake()
}

type Held = { readonly call: Call; readonly answer: Answer; readonly redo: boolean }

async function book(sql: Statements, parts: RunnerParts, { call, answer, redo }: Held): Promise<void> {
  const { runId } = call.job
  if (answer.kind === 'returned') return await completeRun(sql, parts, { runId, output: answer.output })
  if (answer.kind === 'threw') {
    if (answer.retry && !isLastAttempt(call)) return await retry(sql, parts, call, answer.retryAfter)
    await finishRun(sql, parts, { runId, status: 'failed', error: answer.error })
    return
  }

  const completed = answer.operations.find((operation) => operation.op === 'RunComplete')
  if (completed) return await completeRun(sql, parts, { runId, output: completed.data })
  if (call.knownSteps + answer.operations.length > limits.stepsPerRun) {
    await finishRun(sql, parts, { runId, status: 'failed', error: tooManySteps })
    return
  }

  const setting = { runId, trigger: call.trigger, catalog: parts.catalog() }
  const mayRetry = !isLastAttempt(call)
  const toRetry = answer.operations.find((operation) => operation.op === 'StepError' && mayRetry)
  const settled = answer.operations
    .filter((operation) => operation !== toRetry && operation.op !== 'DiscoveryRequest')
    .map((operation) => (operation.op === 'StepError' ? { ...operation, op: 'StepFailed' } : operation))
  const reported = planOperations(settled, setting)

  if (call.job.kind === 'step') {
    await addOutcome(sql, call, reported)
    if (toRetry) await retry(sql, parts, call, answer.retryAfter)
    return
  }
  const pending = await report(sql, parts, { runId, reported })
  if (toRetry) return await retry(sql, parts, call, answer.retryAfter)
  const hasEnded = reported.some(({ step }) => step.state === 'done')
  if (hasEnded || redo || pending === 0) return await callAgain(sql, call.job.id)
  await dropJob(sql, call.job.id)
}

/** Books the outcome of a planned step that was called by itself. */
async function addOutcome(sql: Statements, call: Call, reported: readonly Reported[]): Promise<void> {
  const own = reported.find(({ step }) => step.hash === call.job.step && step.state === 'done')
  if (!own) return
  const { hash, data, error } = own.step
  await endStep(sql, { runId: call.job.runId, hash, ...(error === null ? { data } : { error }) })
}

/** Books everything that a call of the function reported. Returns how many steps are pending now. */
async function report(
  sql: Statements,
  parts: RunnerParts,
  { runId, reported }: { readonly runId: string; readonly reported: readonly Reported[] },
): Promise<number> {
  if (reported.length > 0) {
    const added = await addSteps(sql, { runId, steps: reported.map(({ step }) => step) })
    const fresh = reported.filter(({ step }) => added.has(step.hash))
    await begin(sql, parts, { runId, fresh })
  }
  const several = reported.filter(({ step }) => step.state !== 'done').length > 1
  return await settlePending(sql, { runId, several })
}

async function begin(
  sql: Statements,
  parts: RunnerParts,
  { runId, fresh }: { readonly runId: string; readonly fresh: readonly Reported[] },
): Promise<void> {
  const replaced = fresh.flatMap(({ replaces }) => replaces ?? [])
  if (replaced.length > 0) await releaseSignals(sql, replaced)
  const jobs = fresh.flatMap(({ job }) => job ?? [])
  const waits = fresh.flatMap(({ wait }) => wait ?? [])
  if (jobs.length > 0 || waits.length > 0) {
    const refused = await scheduleWork(sql, { runId, jobs, waits })
    for (const hash of refused) await endStep(sql, { runId, hash, error: signalConflict })
    for (const { due } of jobs) parts.wakeIn('in' in due ? due.in : due.at - Date.now())
  }
  const children = fresh.flatMap(({ child }) => child ?? [])
  if (children.length > 0) {
    const events = children.map((child) => ({ id: child.eventId, name: 'inngest/function.invoked' }))
    await startRuns(sql, { events, runs: children })
  }
}

async function completeRun(
  sql: Statements,
  parts: RunnerParts,
  { runId, output }: { readonly runId: string; readonly output: unknown },
): Promise<void> {
  await finishRun(
    sql,
    parts,
    isTooLarge(output)
      ? { runId, status: 'failed', error: outputTooLarge }
      : { runId, status: 'completed', output },
  )
}

async function retry(sql: Statements, parts: RunnerParts, call: Call, retryAfter: Due | null): Promise<void> {
  const due = retryAfter ?? { in: parts.times.backoff(call.job.attempt) }
  await retryJob(sql, { jobId: call.job.id, due })
  parts.wakeIn('in' in due ? due.in : due.at - Date.now())
}

const isLastAttempt = (call: Call): boolean => call.job.attempt + 1 >= call.maxAttempts

const awaitedEvents = (operations: readonly Operation[]): string[] =>
  operations.flatMap((operation) =>
    operation.op === 'WaitForEvent' && operation.name ? [operation.name] : [],
  )

const signalConflict = {
  name: 'Error',
  message: 'Signal conflict; signal wait already exists for another run',
}
