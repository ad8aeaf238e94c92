import { Inngest, type InngestFunction } from 'inngest'
import type { DatabaseHandle } from '@/db/client'
import { createEmbeddedRunner, type RunnerEngine } from '@/inngest/embedded/embedded-runner'
import type { RunnerTimes } from '@/inngest/embedded/runner-parts'
import type { connectSdk } from '@/inngest/embedded/sdk'

/** What the runners of this file's tests wrote: shown when something awaited does not come about. */
const lines: string[] = []
const note = (...parts: readonly unknown[]) => void lines.push(JSON.stringify(parts))
const quiet = { debug: () => {}, info: () => {}, warn: note, error: note }
const lastLines = () => lines.slice(-8).join('\n')

export const quickTimes: Partial<RunnerTimes> = { backoff: () => 20, reapMs: 100, graceMs: 300 }

export type Harness = { readonly client: Inngest; readonly runner: RunnerEngine; stop(): Promise<void> }

/** A runner with the given functions on a real database, through the unmodified SDK. */
export async function startHarness(
  database: DatabaseHandle,
  functionsOf: (client: Inngest) => readonly InngestFunction.Any[],
  options: {
    times?: Partial<RunnerTimes>
    concurrency?: number
    givesWay?: () => boolean
    leasing?: boolean
    connect?: typeof connectSdk
  } = {},
): Promise<Harness> {
  const runner = createEmbeddedRunner({
    database,
    log: quiet,
    ...(options.connect ? { connect: options.connect } : {}),
    ...(options.concurrency ? { concurrency: options.concurrency } : {}),
    ...(options.givesWay ? { givesWay: options.givesWay } : {}),
    times: { ...quickTimes, ...options.times },
  })
  const client = new Inngest({
    id: 'test',
    isDev: true,
    baseUrl: 'http://embedded.local',
    fetch: runner.fetch,
    checkpointing: { bufferedSteps: 1, maxRuntime: 0 },
    logger: quiet,
  })
  await runner.attach(client, functionsOf(client))
  if (options.leasing !== false) await runner.start()
  return { client, runner, stop: () => runner.drain(2000) }
}

export type RunRow = {
  readonly id: string
  readonly functionId: string
  readonly status: string
  readonly output: unknown
  readonly error: unknown
}

/** Waits until so many runs of the function (all when not named) have ended, and returns them, oldest first. */
export async function endedRuns(
  database: DatabaseHandle,
  {
    count = 1,
    functionId,
    withinMs = 10_000,
  }: { count?: number; functionId?: string; withinMs?: number } = {},
): Promise<readonly RunRow[]> {
  const until = Date.now() + withinMs
  for (;;) {
    const rows = await database.sql<RunRow[]>`
      select id, function_id as "functionId", status, output, error from runner_runs
      where ended_at is not null and (${functionId ?? null}::text is null or function_id = ${functionId ?? null})
      order by id`
    if (rows.length >= count) return rows
    if (Date.now() > until) throw new Error(`Only ${rows.length} of ${count} runs ended\n${lastLines()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Waits until the condition holds. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`The awaited condition did not come about\n${lastLines()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
