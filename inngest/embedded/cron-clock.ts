import { Cron } from 'croner'
import { startRuns } from '@/db/queries/system/runner/start-runs'
import type { RunnerEvent } from './event'
import { retryTransaction } from './retry-transaction'
import type { RunnerParts } from './runner-parts'

const longestTimer = 3_600_000

/**
 * Starts functions with a cron trigger. Every process keeps the clock; the event of a tick has the same id in all of
 * them, so it starts one run. Ticks that pass while no process lives are left out. Returns how to stop.
 */
export function startCronClock(parts: RunnerParts): () => void {
  const timers = new Map<string, NodeJS.Timeout>()
  for (const { id, triggers } of parts.catalog().configs) {
    for (const { cron } of triggers) if (cron) schedule(id, cron)
  }
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
  }

  function schedule(functionId: string, cron: string): void {
    const next = nextTick(cron)
    if (!next) return
    const wait = next.getTime() - Date.now()
    const onTime = async () => {
      if (wait <= longestTimer) await tick(functionId, cron, next)
      schedule(functionId, cron)
    }
    timers.set(
      `${functionId} ${cron}`,
      setTimeout(() => void onTime(), Math.min(wait, longestTimer)),
    )
  }

  async function tick(functionId: string, cron: string, at: Date): Promise<void> {
    const event: RunnerEvent = {
      id: `cron:${functionId}:${cron}:${at.toISOString()}`,
      name: 'inngest/scheduled.timer',
      data: { cron },
      ts: at.getTime(),
    }
    const run = parts.catalog().runOf(functionId, event, null)
    if (!run) return
    try {
      await retryTransaction(parts.sql, (sql) => startRuns(sql, { events: [event], runs: [run] }))
      parts.wake()
    } catch (error) {
      parts.log.error({ error: String(error), cron }, 'A scheduled run could not be started')
    }
  }
}

/** The next moment of a pattern, which may name its zone as the SDK has it: `TZ=Europe/Paris 0 12 * * *`. */
function nextTick(cron: string): Date | null {
  const [, timezone, pattern = cron] = /^TZ=(\S+)\s+(.*)$/.exec(cron) ?? []
  return new Cron(pattern, timezone ? { timezone } : {}).nextRun()
}
