import { newId } from '@/db/new-id'
import type { NewStep } from '@/db/queries/system/runner/add-steps'
import type { NewJob, NewWait } from '@/db/queries/system/runner/schedule-work'
import type { NewRun } from '@/db/queries/system/runner/start-runs'
import { compileMatch } from './compile-match'
import { readDue } from './due'
import type { RunnerEvent } from './event'
import type { FunctionCatalog } from './function-catalog'
import { limits, outputTooLarge, type RunError } from './limits'
import { nameOf, type Operation } from './read-answer'

/** What one reported operation asks of the books. */
export type Reported = {
  readonly step: NewStep
  readonly job?: NewJob
  readonly wait?: NewWait
  /** The wait takes its signal from another run that waits for it. */
  readonly replaces?: string
  readonly child?: NewRun
}

type Setting = {
  readonly runId: string
  readonly trigger: RunnerEvent
  readonly catalog: FunctionCatalog
}

type Planner = (operation: Operation, setting: Setting) => Reported

const planners: Readonly<Record<string, Planner>> = {
  StepRun: (operation) => ended(operation, operation.data),
  Step: (operation) => ended(operation, operation.data),
  StepFailed: (operation) => failed(operation, operation.error),
  StepPlanned: (operation) => ({
    step: pending(operation, 'planned'),
    job: { step: operation.id, kind: 'step', due: { in: 0 } },
  }),
  Sleep: (operation) => ({
    step: pending(operation, 'waiting'),
    job: { step: operation.id, kind: 'sleep', due: readDue(operation.name ?? '') },
  }),
  WaitForEvent: (operation, { trigger }) => ({
    step: pending(operation, 'waiting'),
    ...waiting(operation, {
      event: operation.name ?? '',
      signal: null,
      ...compileMatch(textOf(operation, 'if'), trigger),
    }),
  }),
  WaitForSignal: (operation) => {
    const signal = textOf(operation, 'signal') ?? operation.name ?? ''
    return {
      step: pending(operation, 'waiting'),
      ...waiting(operation, { event: null, signal, matchValue: null, expression: null }),
      ...(textOf(operation, 'conflict') === 'replace' ? { replaces: signal } : {}),
    }
  },
  InvokeFunction: (operation, { runId, catalog }) => {
    const functionId = textOf(operation, 'function_id') ?? ''
    const child = catalog.runOf(functionId, toInvokedEvent(operation), { runId, step: operation.id })
    if (!child) {
      return failed(operation, { name: 'Error', message: `There is no function "${functionId}" to invoke.` })
    }
    const timeout = textOf(operation, 'timeout')
    return {
      step: pending(operation, 'waiting'),
      child,
      ...(timeout ? { job: { step: operation.id, kind: 'timeout', due: readDue(timeout) } } : {}),
    }
  },
}

/** Reads what a call reported as changes of the books. What this runner does not do fails as that step. */
export function planOperations(operations: readonly Operation[], setting: Setting): Reported[] {
  return operations.map((operation) => {
    const planner = planners[operation.op]
    if (planner) return planner(operation, setting)
    const message = `The embedded runner does not know the operation "${operation.op}". Run on an Inngest server.`
    return failed(operation, { name: 'Error', message })
  })
}

function ended(operation: Operation, data: unknown): Reported {
  if (isTooLarge(data)) return failed(operation, outputTooLarge)
  return { step: { ...named(operation), state: 'done', data: data ?? null, error: null } }
}

function failed(operation: Operation, error: unknown): Reported {
  const unknownError: RunError = { name: 'Error', message: 'Unknown error' }
  return { step: { ...named(operation), state: 'done', data: null, error: error ?? unknownError } }
}

const pending = (operation: Operation, state: 'planned' | 'waiting'): NewStep => ({
  ...named(operation),
  state,
  data: null,
  error: null,
})

const named = (operation: Operation) => ({
  hash: operation.id,
  name: nameOf(operation),
  op: operation.op,
  race: operation.opts?.parallelMode === 'race',
})

function waiting(
  operation: Operation,
  wait: Omit<NewWait, 'step' | 'due'>,
): { readonly wait: NewWait; readonly job?: NewJob } {
  const timeout = textOf(operation, 'timeout')
  const due = timeout ? readDue(timeout) : null
  return {
    wait: { step: operation.id, ...wait, due },
    ...(due ? { job: { step: operation.id, kind: 'timeout', due } } : {}),
  }
}

function textOf(operation: Operation, key: string): string | undefined {
  const value = operation.opts?.[key]
  return typeof value === 'string' ? value : undefined
}

function toInvokedEvent(operation: Operation): RunnerEvent {
  const payload = operation.opts?.payload
  const given = isRecord(payload) && isRecord(payload.data) ? payload.data : {}
  return { id: newId('evt'), name: 'inngest/function.invoked', data: given, ts: Date.now() }
}

export const isTooLarge = (value: unknown): boolean =>
  Buffer.byteLength(JSON.stringify(value ?? null)) > limits.outputBytes

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
