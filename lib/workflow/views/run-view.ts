import { z } from 'zod'
import { json } from './json'

export const runStatuses = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled'] as const
export const stepStatuses = [...runStatuses, 'skipped', 'unknown'] as const

/** What a person may say to a step that asks: of an outcome that nobody knows, or of a failure. */
export const stepAnswers = ['happened', 'again', 'skip', 'stop'] as const

export type StepAnswer = (typeof stepAnswers)[number]
export type RunStatus = (typeof runStatuses)[number]
export type StepStatus = (typeof stepStatuses)[number]

const time = z.iso.datetime()
const person = z.object({ id: z.string(), name: z.string() })

export const stepErrorSchema = z.object({
  code: z.string(),
  who: z.enum(['user', 'operator', 'us']),
  retry: z.enum(['no', 'after', 'unknown']),
  message: z.string(),
  field: z.string().optional(),
})

/** A call outside as the ledger knows it. */
export const effectViewSchema = z.object({
  id: z.string(),
  stepPath: z.string(),
  /** An earlier try of this run did it: it is not done a second time. */
  earlier: z.boolean(),
  action: z.string(),
  effect: z.enum(['read', 'write', 'irreversible']),
  outward: z.boolean(),
  status: z.enum(['intended', 'sent', 'confirmed', 'failed', 'unknown', 'skipped']),
  preview: z.string(),
  connection: z.object({ id: z.string(), name: z.string() }).nullable(),
  intendedAt: time,
  settledAt: time.nullable(),
})

export type EffectView = z.infer<typeof effectViewSchema>

/** One step of a run. Children (an agent's turns and tool calls) carry their parent's path. */
export const stepViewSchema = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  node: z.string(),
  /** The node's type, or `agent.turn` / `agent.call` for an agent's children. */
  type: z.string(),
  title: z.string(),
  action: z.string().nullable(),
  status: z.enum(stepStatuses),
  exit: z.string().nullable(),
  attempt: z.number().int(),
  /** Why it waits, in words: for a person, for a time, for a retry. */
  waitingFor: z.string().nullable(),
  input: json.nullable(),
  /** Small outputs ride along; large ones are named by `artifact`. */
  output: json.nullable(),
  artifact: z.object({ id: z.string(), bytes: z.number().int() }).nullable(),
  error: stepErrorSchema.nullable(),
  approvalId: z.string().nullable(),
  /** Where to call so that a waiting step goes on; for those who may start runs. */
  address: z.string().nullable(),
  /** What a person may answer to it now: of an outcome that nobody knows, or of a failure. */
  asks: z.array(z.enum(stepAnswers)),
  /** The run that it called, the latest where it called again. */
  called: z
    .object({
      runId: z.string(),
      status: z.enum(runStatuses),
      workflow: z.object({ id: z.string(), name: z.string() }),
    })
    .nullable(),
  /** Of a loop: its items that were begun, in their order. Their steps are parts of `path[index]`. */
  items: z
    .array(
      z.object({
        index: z.number().int(),
        status: z.enum(stepStatuses),
        waitingFor: z.string().nullable(),
        error: z.string().nullable(),
      }),
    )
    .nullable(),
  tokensIn: z.number().int().nullable(),
  tokensOut: z.number().int().nullable(),
  /** Decimal US dollars. */
  cost: z.number().nullable(),
  startedAt: time.nullable(),
  endedAt: time.nullable(),
})

export type StepView = z.infer<typeof stepViewSchema>

/** A run in a list. */
export const runSummarySchema = z.object({
  id: z.string(),
  workflow: z.object({ id: z.string(), name: z.string() }),
  version: z.object({ id: z.string(), number: z.number().int().nullable() }),
  mode: z.enum(['live', 'rehearsal']),
  practice: z.boolean(),
  status: z.enum(runStatuses),
  waitingFor: z.string().nullable(),
  /** `form`, `schedule`, `webhook`, `api`, `test` or `workflow`. */
  startedVia: z.string(),
  startedBy: person.nullable(),
  error: stepErrorSchema.extend({ path: z.string().optional() }).nullable(),
  cost: z.number(),
  tokens: z.number().int(),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
})

export type RunSummary = z.infer<typeof runSummarySchema>

/** A run opened. */
export const runViewSchema = runSummarySchema.extend({
  input: json,
  output: json.nullable(),
  trigger: z.string(),
  originRunId: z.string().nullable(),
  /** The run whose step called this one. */
  calledBy: z
    .object({
      runId: z.string(),
      step: z.string(),
      workflow: z.object({ id: z.string(), name: z.string() }),
    })
    .nullable(),
  /** Steps inside of loops are among them while there are few; `GET /runs/{id}/steps` gives those of one item. */
  steps: z.array(stepViewSchema),
  effects: z.array(effectViewSchema),
  /** Grows with every change: what a reader of the event stream compares. */
  revision: z.number().int(),
})

export type RunView = z.infer<typeof runViewSchema>
