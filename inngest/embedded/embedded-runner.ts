import { AsyncLocalStorage } from 'node:async_hooks'
import type { Inngest, InngestFunction } from 'inngest'
import type { Sql } from 'postgres'
import { z } from 'zod'
import type { DatabaseHandle } from '@/db/client'
import type { Statements } from '@/db/queries/system/runner/statements'
import { backoff } from './backoff'
import { startCronClock } from './cron-clock'
import { deliverSignal, deliverWithin } from './deliver-signal'
import { sentEvents, withIds } from './event'
import { functionCatalog, registration } from './function-catalog'
import { ingestEvents, ingestWithin } from './ingest-events'
import { type LeaseLoop, startLeaseLoop } from './lease-loop'
import { limits } from './limits'
import { newOwner, type Presence, showPresenceOf } from './presence'
import { protocolFetch } from './protocol-fetch'
import type { RunnerLog, RunnerParts, RunnerTimes } from './runner-parts'
import { connectSdk, type Sdk } from './sdk'
import { takeAtOnce } from './take-at-once'
import { takeCheckpoint } from './take-checkpoint'
import { workUnderWay } from './work-under-way'

export type RunnerStats = { readonly underWay: number; readonly calls: number; readonly isLeasing: boolean }

/** The server side of the Inngest SDK's protocol, in this process, with all state in Postgres. */
export type RunnerEngine = {
  /** Begins to take work. */
  start(): Promise<void>
  /** Takes no more work, waits for calls under way (at most `ms`) and leaves what remains to others. */
  drain(ms: number): Promise<void>
  stats(): RunnerStats
  /** The `fetch` of the client whose functions run here. */
  readonly fetch: typeof fetch
  /** Returns the id of the run that waited for the signal, or `null`. */
  sendSignal(signal: string, data: unknown): Promise<string | null>
  /**
   * Gives the signal within a transaction of the caller's. Returns what to do after its commit, or `null` when no run
   * waited for it.
   */
  signalWithin(sql: Statements, signal: string): Promise<(() => void) | null>
  /** Takes an event in within a transaction of the caller's. Returns what to do after its commit. */
  sendWithin(sql: Statements, event: unknown): Promise<() => void>
  /** Registers the functions, in the place of those before: a development server does so after an edit. */
  attach(client: Inngest.Any, functions: readonly InngestFunction.Any[]): Promise<void>
}

export type RunnerOptions = {
  readonly database: DatabaseHandle
  readonly log: RunnerLog
  /** How many calls may be at work at once in this process; those that wait for an answer from outside not counted. */
  readonly concurrency?: number
  /** Asked before calls begin: is there something more urgent for this process to do? Then few begin. */
  readonly givesWay?: () => boolean
  readonly times?: Partial<RunnerTimes>
  /** How functions are called; without it through the SDK, in this process. */
  readonly connect?: typeof connectSdk
}

const defaultTimes: RunnerTimes = {
  leaseMs: 30_000,
  heartbeatMs: 10_000,
  reapMs: 2000,
  pollMs: 1000,
  graceMs: 10_000,
  backoff,
}

const channel = 'handrail_runner'
const tellEveryMs = 20
const signalBody = z.object({ signal: z.string(), data: z.unknown().optional() })

/** Makes a runner. With `attach` it takes events and signals in; with `start` it carries runs. */
export function createEmbeddedRunner({
  database,
  log,
  concurrency = 8,
  givesWay = () => false,
  times,
  connect = connectSdk,
}: RunnerOptions): RunnerEngine {
  let catalog = functionCatalog([])
  let sdk: Sdk | undefined
  let loop: LeaseLoop | undefined
  let presence: Presence | undefined
  let session: Sql | undefined
  let listening: { unlisten(): Promise<void> } | undefined
  let stopClock: () => void = () => {}
  let telling: NodeJS.Timeout | undefined
  let isDraining = false

  const parts: RunnerParts = {
    sql: database.sql,
    log,
    times: { ...defaultTimes, ...times },
    owner: newOwner(),
    catalog: () => catalog,
    wake: () => {
      if (mayBegin() && work.room() > 0) loop?.wake()
      else tellOthers()
    },
    wakeIn: (ms) => loop?.wakeIn(ms),
  }
  const work = workUnderWay(parts, {
    sdk: () => sdk,
    ended: () => loop?.roomMade(),
    concurrency,
    givesWay,
  })
  // What is begun at once is begun by whoever stored something, and must not be taken for a part of that.
  const apart = AsyncLocalStorage.snapshot()
  const takeWithin = (room: () => number) =>
    takeAtOnce(parts, {
      room: () => (mayBegin() ? room() : 0),
      begin: (job, run) => apart(() => work.begin(job, run)),
    })

  /** May calls begin here now, where there is room? */
  function mayBegin(): boolean {
    return loop !== undefined && !isDraining && !loop.isAlone()
  }

  /** There is work that this process has no room for, or it carries no runs: others may take it. Told in batches. */
  function tellOthers() {
    telling ??= setTimeout(
      () => {
        telling = undefined
        database.sql.notify(channel, '').catch(() => {})
      },
      loop ? tellEveryMs : 0,
    )
  }

  function restartClock() {
    stopClock()
    stopClock = startCronClock(parts)
  }

  return {
    fetch: protocolFetch({
      register: (body) => {
        catalog = functionCatalog(registration.parse(body).functions)
      },
      send: async (body, seed) => {
        const events = withIds(sentEvents.max(limits.eventsPerSend).parse(body), seed)
        await ingestEvents(parts, events)
        return events.map((event) => event.id)
      },
      checkpoint: async (body) => {
        const { outcome, token } = await takeCheckpoint(parts, body, work.isKept)
        if (outcome !== 'stored' || !isDraining) return outcome
        // The step is safe. Told that its job is gone, the SDK halts here, and another process goes on from there.
        work.giveBack(token)
        return 'stale'
      },
      signal: async (body) => await deliverSignal(parts, signalBody.parse(body)),
      report: (error, path) =>
        log.warn({ error: String(error), path }, 'The runner could not answer the SDK'),
    }),
    attach: async (client, functions) => {
      sdk = connect(client, functions)
      await sdk.register()
      if (loop) restartClock()
    },
    start: async () => {
      if (loop) return
      isDraining = false
      session = database.session('handrail-runner')
      presence = await showPresenceOf(parts, { session, tokens: work.tokens })
      loop = startLeaseLoop(parts, { underWay: work.count, room: work.room, begin: work.begin })
      listening = await database.sql.listen(channel, () => loop?.wake())
      restartClock()
    },
    drain: async (ms) => {
      isDraining = true
      stopClock()
      await loop?.stop()
      loop = undefined
      await work.settle(ms)
      await presence?.stop()
      await listening?.unlisten()
      await session?.end({ timeout: 1 })
      clearTimeout(telling)
      await database.sql.notify(channel, '').catch(() => {})
    },
    stats: () => ({ underWay: work.count(), calls: work.calls(), isLeasing: loop !== undefined }),
    sendSignal: (signal, data) => deliverSignal(parts, { signal, data }),
    signalWithin: (sql, signal) => deliverWithin(sql, parts, { signal, take: takeWithin(work.roomAtOnce) }),
    sendWithin: (sql, event) =>
      ingestWithin(sql, parts, {
        events: withIds(sentEvents.parse([event]), null),
        take: takeWithin(work.room),
      }),
  }
}
