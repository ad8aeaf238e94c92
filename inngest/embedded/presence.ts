import { randomInt } from 'node:crypto'
import type { Sql } from 'postgres'
import { forgetOld } from '@/db/queries/system/runner/forget-old'
import {
  backendOf,
  freeForgottenJobs,
  ownerLock,
  renewLeases,
  showPresence,
} from '@/db/queries/system/runner/presence'
import { freeExpiredJobs, freeJobsOfTheDead } from '@/db/queries/system/runner/strike-jobs'
import { parkPoisoned, weights } from './poisoned'
import type { RunnerParts } from './runner-parts'

export type Presence = { stop(): Promise<void> }

/** A number for this process that no other has: it names its advisory lock. */
export const newOwner = (): number => randomInt(1, 2_147_483_647)

const retentionDays = 7
const hour = 3_600_000

/**
 * Keeps this process visible to the others and finds those that died.
 *
 * A process shows itself by an advisory lock that its own connection (`session`) holds: the database drops it the
 * moment the process is gone, so its jobs are free within one round instead of after their lease. Should the
 * connection be lost, as in a restart of the database, everybody has lost theirs: the lock is taken again and the
 * others get a while to do the same before they are judged. The lease is the second net, for processes that hang.
 */
export async function showPresenceOf(
  parts: RunnerParts,
  { session, tokens }: { session: Sql; tokens: () => readonly string[] },
): Promise<Presence> {
  const { owner, times, log } = parts
  let backend = await showPresence(session, owner)
  let judgesFrom = 0

  async function look() {
    const now = await backendOf(session)
    if (now !== backend) {
      backend = await showPresence(session, owner)
      judgesFrom = performance.now() + times.graceMs
      log.warn({}, 'The connection to the database was lost and is back')
    }
    // What stands under our own name is ours to judge at any time.
    const forgotten = await freeForgottenJobs(parts.sql, { owner, tokens: tokens(), leaseMs: times.leaseMs })
    if (forgotten > 0) parts.wake()
    if (performance.now() < judgesFrom) return
    const freed = await Promise.all([
      freeJobsOfTheDead(parts.sql, { ownerLock, owner, weights }),
      freeExpiredJobs(parts.sql, weights),
    ])
    await parkPoisoned(parts)
    const jobs = freed.reduce((sum, count) => sum + count, 0)
    if (jobs === 0) return
    log.warn({ jobs }, 'Took up work that a process left behind')
    parts.wake()
  }

  // At once: this process may be the successor of one that died with work under way.
  await look()
  const rounds = [
    every(times.reapMs, look),
    every(times.heartbeatMs, async () => {
      const held = tokens()
      if (held.length > 0) await renewLeases(parts.sql, { tokens: held, leaseMs: times.leaseMs })
    }),
    every(hour, async () => {
      while ((await forgetOld(parts.sql, retentionDays)) >= 1000);
    }),
  ]
  return { stop: async () => void (await Promise.all(rounds.map((round) => round()))) }

  /** Repeats `work`, never twice at once. Returns how to stop it. */
  function every(ms: number, work: () => Promise<void>): () => Promise<void> {
    let running: Promise<void> = Promise.resolve()
    let timer: NodeJS.Timeout | undefined
    let stopped = false
    const round = async () => {
      try {
        await work()
      } catch (error) {
        log.warn({ error: String(error) }, 'The runner could not reach the database')
      }
      if (!stopped) timer = setTimeout(start, ms)
    }
    const start = () => {
      running = round()
    }
    timer = setTimeout(start, ms)
    return async () => {
      stopped = true
      clearTimeout(timer)
      await running
    }
  }
}
