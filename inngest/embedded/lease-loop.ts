import type { LeasedJob } from '@/db/queries/system/runner/lease-jobs'
import { leaseJobs } from '@/db/queries/system/runner/lease-jobs'
import { leaseLimitedJobs } from '@/db/queries/system/runner/lease-limited-jobs'
import { loadRuns, type RunState } from '@/db/queries/system/runner/load-runs'
import { releaseJobs } from '@/db/queries/system/runner/move-job'
import { excuseJob } from '@/db/queries/system/runner/strike-jobs'
import { suspectAfter } from './poisoned'
import type { RunnerParts } from './runner-parts'

export type LeaseLoop = {
  /** There may be due work. */
  wake(): void
  wakeIn(ms: number): void
  /** A call has ended: looks again if the last look found more than there was room for. */
  roomMade(): void
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

/** A suspect waits so long for what is under way to end; a lease must be under way soon, or it is taken for forgotten. */
const quietWithinMs = 4_000

/** Nothing else begins for so long while a suspect is at work. */
const aloneMs = 10_000

/** Leases due jobs in batches as long as there is room, and sleeps until it is woken or the next look is due. */
export function startLeaseLoop(parts: RunnerParts, work: Work): LeaseLoop {
  let awake: () => void = () => {}
  let isDue = true
  let mayBeMore = false
  let stopped = false
  const timers = new Set<NodeJS.Timeout>()

  const wake = () => {
    isDue = true
    awake()
  }
  const running = loop()
  return {
    wake,
    roomMade: () => {
      if (mayBeMore) wake()
    },
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
    while (!stopped) {
      isDue = false
      const count = Math.min(batch, work.room())
      const leased = count > 0 ? await leaseAndBegin(count) : 0
      mayBeMore = leased === count
      if (mayBeMore && count > 0) continue
      if (!isDue && !stopped) await nextLook()
    }
  }

  async function leaseAndBegin(count: number): Promise<number> {
    const lease = { owner: parts.owner, count, leaseMs: parts.times.leaseMs }
    let jobs: LeasedJob[] = []
    try {
      jobs = parts.catalog().hasLimits
        ? await parts.sql.begin((sql) => leaseLimitedJobs(sql, lease))
        : await leaseJobs(parts.sql, lease)
      if (jobs.length === 0) return 0
      const runs = await loadRuns(parts.sql, [...new Set(jobs.map((job) => job.runId))])
      const byId = new Map(runs.map((run) => [run.id, run]))
      const suspect = jobs.find(({ strikes }) => strikes >= suspectAfter)
      if (suspect) return await beginAlone(suspect, jobs, byId)
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
   * Makes one call with nothing beside it, and gives the rest of the batch back: others may take it meanwhile. Should this
   * process end before the call has begun, by a storm of kills say, then it was not the call that ended it.
   */
  async function beginAlone(
    suspect: LeasedJob,
    jobs: readonly LeasedJob[],
    byId: ReadonlyMap<string, RunState>,
  ): Promise<number> {
    const others = jobs.filter((job) => job !== suspect).map((job) => job.token)
    if (others.length > 0) await releaseJobs(parts.sql, others)
    await excuseJob(parts.sql, { token: suspect.token, hasBegun: false })
    await quiet(quietWithinMs)
    await excuseJob(parts.sql, { token: suspect.token, hasBegun: true })
    work.begin(suspect, byId.get(suspect.runId))
    await quiet(aloneMs)
    return jobs.length
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
