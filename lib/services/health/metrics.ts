import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { database } from '@/db/client'
import { measureLoad } from '@/db/queries/system/measure-load'
import { env } from '@/lib/env'
import { log } from '@/lib/services/log'
import { digestOf } from '@/lib/services/secrets/digest'
import { gauges } from './gauges'
import { inTime } from './in-time'

const runStates = ['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled'] as const

/** May who sends this header read the metrics? `off` where the operator has set no token: then nobody may. */
export function mayReadMetrics(authorization: string | null): 'yes' | 'no' | 'off' {
  const token = env().HANDRAIL_METRICS_TOKEN
  if (token === undefined) return 'off'
  const [given, wanted] = [authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(digestOf(text)))
  return given && wanted && timingSafeEqual(given, wanted) ? 'yes' : 'no'
}

/** How the installation and this process stand now, as Prometheus reads it. Without its database, the process alone. */
export async function metrics(): Promise<{ readonly contentType: string; readonly text: string }> {
  const { registry, runs, oldestQueued, jobs, connections, poolSize, isUp } = gauges()
  for (const gauge of [runs, oldestQueued, jobs, connections]) gauge.reset()
  poolSize.set(database().sql.options.max)
  try {
    const load = await inTime(measureLoad(database().db))
    for (const status of runStates) runs.set({ status }, 0)
    for (const { status, count } of load.runs) runs.set({ status }, count)
    oldestQueued.set(load.oldestQueuedSeconds)
    jobs.set({ state: 'leased' }, load.jobs.leased)
    jobs.set({ state: 'due' }, load.jobs.due)
    for (const { state, count } of load.connections) connections.set({ state }, count)
    isUp.set(1)
  } catch (error) {
    log().error({ err: error }, 'The load could not be measured')
    isUp.set(0)
  }
  return { contentType: registry.contentType, text: await registry.metrics() }
}
