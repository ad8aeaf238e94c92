import { endStep } from '@/db/queries/system/runner/end-step'
import { type FoundWait, findWaits, lockEventNames } from '@/db/queries/system/runner/find-waits'
import { holdRun } from '@/db/queries/system/runner/hold-run'
import { startRuns } from '@/db/queries/system/runner/start-runs'
import type { Statements } from '@/db/queries/system/runner/statements'
import { matchValuesOf } from './compile-match'
import type { RunnerEvent } from './event'
import { isTrue } from './expression'
import { finishRun } from './finish-run'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'
import type { TakeAtOnce } from './take-at-once'

/**
 * Takes events in, in one transaction: starts the runs that they start, ends the waits that they end, cancels the
 * runs that they cancel. An event that was taken in before does nothing.
 */
export async function ingestEvents(parts: RunnerParts, events: readonly RunnerEvent[]): Promise<void> {
  await retryTransaction(parts.sql, (sql) => takeIn(sql, parts, events))
  parts.wake()
}

/** The same within a transaction of the caller's. Returns what to do after the commit. */
export async function ingestWithin(
  sql: Statements,
  parts: RunnerParts,
  { events, take }: { readonly events: readonly RunnerEvent[]; readonly take: TakeAtOnce },
): Promise<() => void> {
  const begin = await takeIn(sql, parts, events, take)
  return begin ?? parts.wake
}

async function takeIn(
  sql: Statements,
  parts: RunnerParts,
  events: readonly RunnerEvent[],
  take?: TakeAtOnce,
): Promise<(() => void) | undefined> {
  const names = [...new Set(events.map((event) => event.name))]
  const runs = events.flatMap((event) => parts.catalog().runsFor(event))
  const values = new Map(events.map((event) => [event, matchValuesOf(event)]))
  const asked = [...new Set([...values.values()].flatMap((set) => [...set]))]
  const [first, ...others] = runs
  const [, waits, started, begin] = await Promise.all([
    lockEventNames(sql, names, 'taken in'),
    findWaits(sql, { names, values: asked }),
    startRuns(sql, { events: events.map(({ id, name }) => ({ id, name })), runs }),
    first && others.length === 0 ? take?.(sql, first.id) : undefined,
  ])
  const known = new Set(started.known)
  const fresh = events.filter((event) => known.has(event.id))
  await endWaits(sql, parts, { waits, events: fresh, values })
  return begin
}

type Matching = {
  readonly waits: readonly FoundWait[]
  readonly events: readonly RunnerEvent[]
  readonly values: ReadonlyMap<RunnerEvent, ReadonlySet<string>>
}

async function endWaits(sql: Statements, parts: RunnerParts, { waits, events, values }: Matching) {
  const matched = waits.flatMap((wait) => {
    const event = events.find((one) => matches(wait, one, values.get(one)))
    return event ? [{ wait, event }] : []
  })
  // Newer runs first: a child is newer than the run that invoked it, and is held before it.
  matched.sort((one, other) => (one.wait.runId < other.wait.runId ? 1 : -1))
  for (const { wait, event } of matched) {
    if (!(await holdRun(sql, wait.runId))) continue
    if (wait.cancels) await finishRun(sql, parts, { runId: wait.runId, status: 'cancelled' })
    else await endStep(sql, { runId: wait.runId, hash: wait.step, data: event })
  }
}

function matches(wait: FoundWait, event: RunnerEvent, values: ReadonlySet<string> | undefined): boolean {
  if (wait.event !== event.name) return false
  if (wait.matchValue !== null) return values?.has(wait.matchValue) ?? false
  return wait.expression === null || isTrue(wait.expression, { event: wait.triggers?.[0], async: event })
}
