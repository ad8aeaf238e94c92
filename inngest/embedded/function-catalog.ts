import { z } from 'zod'
import { newId } from '@/db/new-id'
import type { NewRun } from '@/db/queries/system/runner/start-runs'
import { compileMatch } from './compile-match'
import { readMilliseconds } from './due'
import type { RunnerEvent } from './event'
import { evaluate, isTrue } from './expression'

const limit = z.object({ limit: z.number(), key: z.string().optional(), scope: z.string().optional() })

const unsupported = z
  .never({
    error: 'The embedded runner does not offer this option. Leave it out, or run on an Inngest server.',
  })
  .optional()

/** What a function says about itself when it registers. */
const functionConfig = z.object({
  id: z.string(),
  triggers: z.array(
    z.object({
      event: z.string().optional(),
      expression: z.string().optional(),
      cron: z.string().optional(),
    }),
  ),
  steps: z.object({
    step: z.object({ retries: z.object({ attempts: z.number().optional() }).optional() }),
  }),
  concurrency: z.union([z.number(), limit, z.array(limit)]).optional(),
  priority: z.object({ run: z.string().optional() }).optional(),
  cancel: z
    .array(z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  // What this runner does not do is refused at registration: ignoring it would be found out in production.
  throttle: unsupported,
  debounce: unsupported,
  rateLimit: unsupported,
  batchEvents: unsupported,
  singleton: unsupported,
  idempotency: unsupported,
  timeouts: unsupported,
})

export type FunctionConfig = z.infer<typeof functionConfig>

/** The body of `POST /fn/register`. */
export const registration = z.object({ functions: z.array(functionConfig) })

export type FunctionCatalog = {
  readonly configs: readonly FunctionConfig[]
  readonly hasLimits: boolean
  /** Is some function started by the event? */
  listensTo(event: string): boolean
  /** The runs that an event starts. */
  runsFor(event: RunnerEvent): NewRun[]
  /** The run of one function for an event; `null` when there is no such function. */
  runOf(functionId: string, event: RunnerEvent, parent: NewRun['parent']): NewRun | null
  attemptsOf(functionId: string): number
}

const defaultRetries = 3

export function functionCatalog(configs: readonly FunctionConfig[]): FunctionCatalog {
  const byId = new Map(configs.map((config) => [config.id, config]))
  const byEvent = Map.groupBy(
    configs.flatMap((config) => config.triggers.map((trigger) => ({ config, trigger }))),
    ({ trigger }) => trigger.event,
  )
  return {
    configs,
    hasLimits: configs.some((config) => config.concurrency !== undefined),
    listensTo: (event) => byEvent.has(event),
    runsFor: (event) =>
      (byEvent.get(event.name) ?? [])
        .filter(({ trigger }) => !trigger.expression || isTrue(trigger.expression, { event }))
        .map(({ config }) => toRun(config, event, null)),
    runOf: (functionId, event, parent) => {
      const config = byId.get(functionId)
      return config ? toRun(config, event, parent) : null
    },
    attemptsOf: (functionId) => (byId.get(functionId)?.steps.step.retries?.attempts ?? defaultRetries) + 1,
  }
}

function toRun(config: FunctionConfig, event: RunnerEvent, parent: NewRun['parent']): NewRun {
  return {
    id: newId('run'),
    functionId: config.id,
    eventId: event.id,
    events: [event],
    priority: toPriority(config, event),
    limits: toLimits(config, event),
    parent,
    cancels: (config.cancel ?? []).map((cancel, index) => ({
      step: `cancel:${index}`,
      event: cancel.event,
      ...compileMatch(cancel.if, event),
      timeoutMs: cancel.timeout ? readMilliseconds(cancel.timeout) : null,
    })),
  }
}

/** As the server: the expression gives seconds, at most ten minutes either way. */
function toPriority(config: FunctionConfig, event: RunnerEvent): number {
  if (!config.priority?.run) return 0
  const seconds = Number(evaluate(config.priority.run, { event }))
  return Number.isFinite(seconds) ? Math.round(Math.min(600, Math.max(-600, seconds))) : 0
}

function toLimits(config: FunctionConfig, event: RunnerEvent): NewRun['limits'] {
  if (config.concurrency === undefined) return []
  const given =
    typeof config.concurrency === 'number' ? [{ limit: config.concurrency }] : [config.concurrency].flat()
  return given.slice(0, 2).map((one: z.infer<typeof limit>) => {
    const scope = one.scope && one.scope !== 'fn' ? one.scope : config.id
    const value = one.key ? JSON.stringify(evaluate(one.key, { event }) ?? null) : ''
    return { key: `${scope}:${one.key ?? ''}=${value}`, limit: one.limit }
  })
}
