import 'server-only'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

export type Gauges = ReturnType<typeof makeGauges>

const holder = globalThis as { handrailGauges?: Gauges }

/** What is measured, once for the process: the library watches the event loop and the collector of garbage from then on. */
export function gauges(): Gauges {
  holder.handrailGauges ??= makeGauges()
  return holder.handrailGauges
}

function makeGauges() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `handrail_${name}`, help, labelNames, registers: [registry] })
  return {
    registry,
    runs: gauge('runs', 'Runs by state, in all workspaces', ['status']),
    oldestQueued: gauge('oldest_queued_seconds', 'How long the oldest queued run has waited to begin'),
    jobs: gauge('runner_jobs', 'Work of the embedded runner: leased by a process, or due without one', [
      'state',
    ]),
    connections: gauge('database_connections', 'Database connections of all processes, by state', ['state']),
    poolSize: gauge('database_pool_size', 'The most connections this process opens'),
    isUp: gauge('database_up', 'Whether the database answers in time'),
  }
}
