import { Cron } from 'croner'

export type Schedule = {
  readonly cron: string
  readonly zone: string
  readonly missed: 'skip' | 'once' | 'all'
}

/** What to do about a tick that is due: when to start a run as planned for, if any, and when to look again. */
export type TickPlan = { readonly fire: Date | null; readonly next: Date | null }

/** A tick that is later than this was missed: nothing ran that could have fired it. */
const graceMs = 60_000

/** Of ticks that were missed, at most this many are made up for. */
const mostMadeUp = 100

/**
 * When a schedule is due next after a moment, by the clocks of its zone: an hour that is skipped in spring is made up for,
 * one that comes twice in autumn counts once. Null: never again.
 */
export function nextTick({ cron, zone }: Pick<Schedule, 'cron' | 'zone'>, after: Date): Date | null {
  return cronOf(cron, zone).nextRun(after)
}

/** What a schedule's policy says about a tick that is due by now, and about those that were missed since. */
export function planTick(schedule: Schedule, due: Date, now: Date): TickPlan {
  const { cron, zone, missed } = schedule
  // A clock that was set back never brings a tick a second time.
  const following = nextTick(schedule, due > now ? due : now)
  if (missed === 'once') return { fire: due, next: following }
  if (missed === 'skip') {
    const [latest] = cronOf(cron, zone).previousRuns(1, new Date(now.getTime() + 1))
    const tick = latest && latest > due ? latest : due
    return { fire: now.getTime() - tick.getTime() <= graceMs ? tick : null, next: following }
  }
  const oldest = cronOf(cron, zone).previousRuns(mostMadeUp, now).at(-1)
  const next = nextTick(schedule, due)
  return { fire: due, next: next && oldest && oldest > next ? oldest : next }
}

function cronOf(cron: string, zone: string): Cron {
  return new Cron(cron, { timezone: zone, paused: true })
}
