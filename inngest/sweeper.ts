import { setTimeout as pause } from 'node:timers/promises'
import { isOutage } from '@/db/is-outage'
import { log } from '@/lib/services/log'
import { forgetOldRuns } from '@/lib/services/runs/forget-old-runs'
import { sweepQueues } from '@/lib/services/runs/start/admit-runs'
import { sweepDeadlines, sweepRuns, sweepSignals } from '@/lib/services/runs/sweep'
import { fireSchedules } from '@/lib/services/triggers/fire-schedules'

export type Sweeper = { stop(): Promise<void> }

/** Timers may be late by five seconds: looking every second keeps well within that. */
const everyMs = 1_000

type Chore = (round: number) => Promise<unknown>

const chores: readonly Chore[] = [
  sweepRuns,
  sweepQueues,
  sweepSignals,
  sweepDeadlines,
  fireSchedules,
  forgetOldRuns,
]

/**
 * Looks every second after what would otherwise be forgotten: runs and decisions that were stored and never told, deadlines,
 * schedules. Several processes may do so at once; one chore that fails does not keep the others from being done.
 */
export function startSweeper(): Sweeper {
  const stopping = new AbortController()
  const done = sweep(stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}

async function sweep(stopping: AbortSignal): Promise<void> {
  for (let round = 0; !stopping.aborted; round++) {
    for (const chore of chores) {
      if (!stopping.aborted) await chore(round).catch(note)
    }
    await pause(everyMs, undefined, { signal: stopping }).catch(() => {})
  }
}

function note(error: unknown): void {
  if (isOutage(error)) log().warn('The database cannot be reached; chores are done when it is back.')
  else log().error({ err: error }, 'a chore failed')
}
