import { setTimeout as pause } from 'node:timers/promises'
import type { Inngest, InngestFunction } from 'inngest'
import type { Sql } from 'postgres'
import { z } from 'zod'
import type { DatabaseHandle } from '@/db/client'
import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import type { RunState } from '@/db/queries/system/runner/load-runs'
import { releaseJobs } from '@/db/queries/system/runner/move-job'
import { announceEnd } from './announce-end'
import { backoff } from './backoff'
import { deliverSignal } from './deliver-signal'
import { sentEvents, withIds } from './event'
import { functionCatalog, registration } from './function-catalog'
import { ingestEvents } from './ingest-events'
import { type LeaseLoop, startLeaseLoop } from './lease-loop'
import { limits } from './limits'
import { makeCall } from './make-call'
import { newOwner, type Presence, showPresenceOf } from './presence'
import { protocolFetch } from './protocol-fetch'
import { runTimer } from './run-timer'
import type { RunnerLog, RunnerParts, RunnerTimes } from './runner-parts'
import { connectSdk, type Sdk } from './sdk'
import { takeCheckpoint } from './take-checkpoint'

export type RunnerStats = { readonly underWay: number; readonly calls: number; readonly isLeasing: boolean }

/** The server side of the Inngest SDK's protocol, in this process, with all state in Postgres. */
export type RunnerEngine = {
  /** Registers the functions and begins to take work. */
  start(): Promise<void>
  /** Takes no more work, waits for calls under way (at most `ms`) and gives back what is left. */
  drain(ms: number): Promise<void>
  stats(): RunnerStats
  /** The `fetch` of the client whose functions run here. */
  readonly fetch: typeof fetch
  /** Returns the id of the run that waited for the signal, or `null`. */
  sendSignal(signal: string, data: unknown): Promise<string | null>
  /** Replaces the functions, as a development server does after an edit. */
  attach(client: Inngest.Any, functions: readonly InngestFunction.Any[]): Promise<void>
}

export type RunnerOptions = {
  readonly database: DatabaseHandle
  readonly log: RunnerLog
  /** How many calls may be under way at once in this process. */
  readonly concurrency?: number
  readonly times?: Partial<RunnerTimes>
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
const signalBody = z.object({ signal: z.string(), data: z.unknown().optional() })

/** Makes a runner. It does nothing before `attach` and `start`. */
export function createEmbeddedRunner({
  database,
  log,
  concurrency = 16,
  times,
}: RunnerOptions): RunnerEngine {
  let catalog = functionCatalog([])
  let sdk: Sdk | undefined
  let loop: LeaseLoop | undefined
  let presence: Presence | undefined
  let session: Sql | undefined
  let listening: { unlisten(): Promise<void> } | undefined
  let isDraining = false
  let calls = 0
  const underWay = new Map<string, Promise<void>>()
  const givenBack = new Set<string>()

  const parts: RunnerParts = {
    sql: database.sql,
    log,
    times: { ...defaultTimes, ...times },
    owner: newOwner(),
    catalog: () => catalog,
    wake: () => {
      if (loop && underWay.size < concurrency) loop.wake()
      else tellOthers()
    },
    wakeIn: (ms) => loop?.wakeIn(ms),
  }

  function begin(job: LeasedJob, run: RunState | undefined) {
    const work = perform(job, run)
      .catch(async (error: unknown) => {
        log.error({ error: String(error), run: job.runId }, 'A call could not be booked; it is made again')
        await releaseJobs(parts.sql, [job.token]).catch(() => {})
      })
      .finally(() => {
        underWay.delete(job.token)
        givenBack.delete(job.token)
        loop?.wake()
      })
    underWay.set(job.token, work)
  }

  async function perform(job: LeasedJob, run: RunState | undefined): Promise<void> {
    switch (job.kind) {
      case 'sleep':
      case 'timeout':
        return await runTimer(parts, job)
      case 'announce':
        return await announceEnd(parts, job)
      case 'discover':
      case 'step':
        if (!run || !sdk) throw new Error('There is no such run or no function to call')
        calls += 1
        await makeCall(parts, { sdk, job, run, isGivenBack: () => givenBack.has(job.token) })
        if (givenBack.has(job.token)) await releaseJobs(parts.sql, [job.token])
    }
  }

  /** Another process may have room, or this one only sends events. */
  function tellOthers() {
    database.sql.notify(channel, '').catch(() => {})
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
        const { outcome, token } = await takeCheckpoint(parts, body)
        if (outcome !== 'stored' || !isDraining) return outcome
        // The step is safe; told that its job is gone, the SDK halts, and another process goes on from here.
        givenBack.add(token)
        return 'stale'
      },
      signal: async (body) => await deliverSignal(parts, signalBody.parse(body)),
      report: (error, path) =>
        log.warn({ error: String(error), path }, 'The runner could not answer the SDK'),
    }),
    attach: async (client, functions) => {
      sdk = connectSdk(client, functions)
      await sdk.register()
    },
    start: async () => {
      if (loop) return
      isDraining = false
      session = database.session('handrail-runner')
      presence = await showPresenceOf(parts, { session, tokens: () => [...underWay.keys()] })
      loop = startLeaseLoop(parts, { concurrency, underWay: () => underWay.size, begin })
      listening = await database.sql.listen(channel, () => loop?.wake())
    },
    drain: async (ms) => {
      isDraining = true
      await loop?.stop()
      loop = undefined
      await settledWithin(underWay.values(), ms)
      const left = [...underWay.keys()]
      for (const token of left) givenBack.add(token)
      await releaseJobs(parts.sql, left).catch(() => {})
      await presence?.stop()
      await listening?.unlisten()
      await session?.end({ timeout: 1 })
      tellOthers()
    },
    stats: () => ({ underWay: underWay.size, calls, isLeasing: loop !== undefined }),
    sendSignal: (signal, data) => deliverSignal(parts, { signal, data }),
  }
}

async function settledWithin(work: Iterable<Promise<void>>, ms: number): Promise<void> {
  const late = new AbortController()
  const timeout = pause(ms, undefined, { signal: late.signal }).catch(() => {})
  await Promise.race([Promise.all(work), timeout])
  late.abort()
}
