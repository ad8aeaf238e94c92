import type { LeasedJob, Weighing } from '@/db/queries/system/runner/lease-jobs'
import { leaseJobs } from '@/db/queries/system/runner/lease-jobs'
import { leaseLimitedJobs } from '@/db/queries/system/runner/lease-limited-jobs'
import { loadRuns, type RunState } from '@/db/queries/system/runner/load-runs'
import { releaseJobs } from '@/db/queries/system/runner/move-job'
import { hasSuspects } from '@/db/queries/system/runner/strike-jobs'
import { suspectFrom, weights } from './poisoned'
import type { RunnerParts } from './runner-parts'

export type LeaseLoop = {
  /** There may be due work. */
  wake(): void
  wakeIn(ms: number): void
  /** A call has ended: looks again if the last look found more than there was room for, or if quiet is waited for. */
  roomMade(): void
  /** Is a call made alone, or about to be? Then nothing else is to begin here. */
  isAlone(): boolean
  /** Takes no more jobs. */
  stop(): Promise<void>
}

type Work = {
  underWay(): number
  /** How many more may begin. */
  room(): number
  /** Begins a leased job and returns at once. */
  begin(job: LeasedJob, run: RunState | undefined): void
}

const batch = 20
const longestTimer = 60_000

const unsuspected: Weighing = { from: 0, below: suspectFrom }
const suspected: Weighing = { from: suspectFrom, below: weights.enough }

/** A suspect waits so long for what is under way to end. */
const quietWithinMs = 4_000

/** Nothing else begins for so long while a suspect is at work. */
const aloneMs = 10_000

/** Leases due jobs in batches as long as there is room, and sleeps until it is woken or the next look is due. */
export function startLeaseLoop(parts: RunnerParts, work: Work): LeaseLoop {
  let awake: () => void = () => {}
  let isDue = true
  let mayBeMore = false
  let stopped = false
  let alone = false
  const timers = new Set<NodeJS.Timeout>()

  const wake = () => {
    isDue = true
    awake()
  }
  const running = loop()
  return {
    wake,
    roomMade: () => {
      if (mayBeMore || alone) wake()
    },
    isAlone: () => alone,
    wakeIn: (ms) => {
      // A distant moment is found by the regular look.
      if (ms > longestTimer) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        wake()
      }, Math.max(0, ms) + 2)
      timers.add(timer)
    },
    stop: async () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      wake()
      await running
    },
  }

  async function loop() {
    let suspectsAt = 0
    while (!stopped) {
      isDue = false
      if (performance.now() >= suspectsAt && !(await tryAlone())) {
        suspectsAt = performance.now() + parts.times.pollMs
      }
      const count = Math.min(batch, work.room())
      const leased = count > 0 ? await leaseAndBegin(count, unsuspected) : 0
      mayBeMore = leased === count
      if (mayBeMore && count > 0) continue
      if (!isDue && !stopped) await nextLook()
    }
  }

  async function leaseAndBegin(count: number, strikes: Weighing): Promise<number> {
    const lease = { owner: parts.owner, count, leaseMs: parts.times.leaseMs, strikes }
    let jobs: LeasedJob[] = []
    try {
      jobs = parts.catalog().hasLimits
        ? await parts.sql.begin((sql) => leaseLimitedJobs(sql, lease))
        : await leaseJobs(parts.sql, lease)
      if (jobs.length === 0) return 0
      const runs = await loadRuns(parts.sql, [...new Set(jobs.map((job) => job.runId))])
      const byId = new Map(runs.map((run) => [run.id, run]))
      for (const job of jobs) work.begin(job, byId.get(job.runId))
      return jobs.length
    } catch (error) {
      parts.log.warn({ error: String(error) }, 'The runner could not take work')
      await releaseJobs(
        parts.sql,
        jobs.map((job) => job.token),
      ).catch(() => {})
      return 0
    }
  }

  /**
   * Makes one call with nothing beside it, when there is one that may have ended its process: should the process end
   * again, that tells more. The call is taken only when there is quiet, so that its wait is not held against it. False:
   * there was none.
   */
  async function tryAlone(): Promise<boolean> {
    if (!(await hasSuspects(parts.sql, suspectFrom).catch(() => false))) return false
    alone = true
    try {
      await quiet(quietWithinMs)
      if (stopped || (await leaseAndBegin(1, suspected)) === 0) return false
      await quiet(aloneMs)
      return true
    } finally {
      alone = false
    }
  }

  /** Waits until nothing is under way here, for so long at most. */
  async function quiet(ms: number): Promise<void> {
    const until = performance.now() + ms
    while (work.underWay() > 0 && performance.now() < until && !stopped) await nextLook()
  }

  function nextLook(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, parts.times.pollMs)
      awake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
