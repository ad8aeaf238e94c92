import { setTimeout as delay } from 'node:timers/promises'
import { record } from './loop-kills'
import { publish } from './workload'
import { must, type World } from './world'

/** Started by hand, it ends at once. */
export const endsAtOnce = {
  schema: 1,
  nodes: [
    {
      id: 'start',
      type: 'trigger.form',
      config: { fields: [{ key: 'n', type: 'number', required: true }] },
    },
    { id: 'done', type: 'set', config: { fields: [{ key: 'n', value: { from: 'start', path: ['n'] } }] } },
  ],
  edges: [{ from: 'start', exit: 'out', to: 'done' }],
} as const

/** Started by hand, it waits for a time that has passed: a durable step that costs nothing. */
export const passesTime = {
  ...endsAtOnce,
  nodes: [
    endsAtOnce.nodes[0],
    { id: 'done', type: 'wait', config: { until: { value: '2026-01-01T00:00:00Z' } } },
  ],
} as const

/** A webhook, and one change outside behind it. */
export function oneRecord(world: World) {
  return {
    schema: 1,
    nodes: [
      { id: 'called', type: 'trigger.webhook', config: { answer: 'accepted' } },
      record(world, 'record', 'one of many'),
    ],
    edges: [{ from: 'called', exit: 'out', to: 'record' }],
  }
}

/** Stores a workflow that is called from outside, live. */
export async function publishHook(world: World, name: string, document: unknown) {
  const id = await publish(world, name, document)
  const { webhooks } = must(await world.api.get(`/workflows/${id}`))
  const [hook = ''] = Object.values<string>(webhooks)
  return { id, hook }
}

/** Waits until no run of these workflows is open. False: some still were. */
export async function untilNoneOpen(
  { sql }: World,
  workflows: readonly string[],
  withinMs: number,
): Promise<boolean> {
  const until = performance.now() + withinMs
  while (performance.now() < until) {
    const [open] = await sql`
      select 1 from runs where workflow_id = any(${[...workflows]}) and ended_at is null limit 1`
    if (!open) return true
    await delay(200)
  }
  return false
}
