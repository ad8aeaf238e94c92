import { isOutage } from '@/db/is-outage'
import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import type { RunState } from '@/db/queries/system/runner/load-runs'
import { releaseJobs } from '@/db/queries/system/runner/move-job'
import { strikeJobs } from '@/db/queries/system/runner/strike-jobs'
import { announceEnd } from './announce-end'
import { makeCall } from './make-call'
import { weights } from './poisoned'
import { retryAdvice } from './retry-transaction'
import { runTimer } from './run-timer'
import type { RunnerParts } from './runner-parts'
import type { Sdk } from './sdk'
import { type CallBooks, callBooks } from './step-books'

export type WorkUnderWay = {
  /** Begins a leased job and returns at once. */
  begin(job: LeasedJob, run: RunState | undefined): void
  count(): number
  /** How many more may begin. A call that waits for somebody else, or takes long, holds no place any more. */
  room(): number
  /** The same for what somebody has just decided: it gives way to nothing. */
  roomAtOnce(): number
  /** How many calls were made since the start. */
  calls(): number
  /** Has the call under this token stored the end of these steps with what they did? */
  isKept(token: string, hashes: readonly string[]): boolean
  tokens(): readonly string[]
  /** Whatever the job's call answers is not booked; the job is left to others once the call has ended. */
  giveBack(token: string): void
  /** Waits for everything under way, at most so long, and leaves the rest to others. */
  settle(ms: number): Promise<void>
}

/** A call that waits for an answer from outside for so long gives its place on: a quick answer is not worth it. */
const awayAfterMs = 25

/** What takes longer than this is not computed here either, whatever it waits for. */
const waitsAfterMs = 1_000

/** So many at once still get on while there is something more urgent to do: enough that the queue never stands. */
const givingWay = 2

/** But so many at most, waiting or not. */
const mostUnderWay = 250

/** The jobs that this process performs now. */
export function workUnderWay(
  parts: RunnerParts,
  {
    sdk,
    ended,
    concurrency,
    givesWay,
  }: {
    readonly sdk: () => Sdk | undefined
    readonly ended: () => void
    readonly concurrency: number
    readonly givesWay: () => boolean
  },
): WorkUnderWay {
  const underWay = new Map<string, Promise<void>>()
  const begun = new Map<string, number>()
  const away = new Set<string>()
  const givenBack = new Set<string>()
  const booked = new Map<string, CallBooks>()
  let calls = 0

  /** The call waits for somebody outside, until the returned function is called. */
  function goAway(token: string): () => void {
    const timer = setTimeout(() => {
      away.add(token)
      ended()
    }, awayAfterMs)
    return () => {
      clearTimeout(timer)
      away.delete(token)
    }
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
        return await call(job, run)
    }
  }

  async function call(job: LeasedJob, run: RunState | undefined): Promise<void> {
    const to = sdk()
    if (!run || !to) throw new Error('There is no such run, or no function is registered')
    calls += 1
    // A step that was planned, or that others may run beside, is booked from its answer: it ends the plan as well.
    const books = job.kind === 'discover' && !run.forcePlan ? callBooks(parts, job) : undefined
    if (books) booked.set(job.token, books)
    await makeCall(parts, {
      ...{ sdk: to, job, run, books },
      isGivenBack: () => givenBack.has(job.token),
      goAway: () => goAway(job.token),
    })
    if (givenBack.has(job.token)) await releaseJobs(parts.sql, [job.token])
  }

  function roomOf(places: number): number {
    const since = performance.now() - waitsAfterMs
    const atWork = [...begun].filter(([token, at]) => at > since && !away.has(token)).length
    // More may be at work than should be, when several come back from outside at once.
    return Math.max(0, Math.min(places - atWork, mostUnderWay - underWay.size))
  }

  async function leave(job: LeasedJob, error: unknown): Promise<void> {
    parts.log.error({ error: String(error), run: job.runId }, 'A call could not be booked; it is made again')
    // An answer that cannot be booked while the database is well is the run's own doing.
    const isOurs = retryAdvice(error) === 'no' && !isOutage(error)
    const free = isOurs
      ? strikeJobs(parts.sql, { tokens: [job.token], weights })
      : releaseJobs(parts.sql, [job.token])
    await free.catch(() => {})
  }

  return {
    begin: (job, run) => {
      const work = perform(job, run)
        .catch((error: unknown) => leave(job, error))
        .finally(() => {
          underWay.delete(job.token)
          begun.delete(job.token)
          givenBack.delete(job.token)
          booked.delete(job.token)
          ended()
        })
      underWay.set(job.token, work)
      begun.set(job.token, performance.now())
    },
    count: () => underWay.size,
    room: () => roomOf(givesWay() ? Math.min(givingWay, concurrency) : concurrency),
    roomAtOnce: () => roomOf(concurrency),
    calls: () => calls,
    isKept: (token, hashes) => booked.get(token)?.hold(hashes) ?? false,
    tokens: () => [...underWay.keys()],
    giveBack: (token) => void givenBack.add(token),
    settle: async (ms) => {
      await settledWithin([...underWay.values()], ms)
      const left = [...underWay.keys()]
      for (const token of left) givenBack.add(token)
      await releaseJobs(parts.sql, left).catch(() => {})
    },
  }
}

async function settledWithin(work: readonly Promise<void>[], ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([Promise.all(work), late])
  clearTimeout(timer)
}
