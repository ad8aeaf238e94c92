import { setTimeout as delay } from 'node:timers/promises'
import { broken, inWords, startLoad } from './load'
import { doubledIn, effectsIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import type { World } from './world'

/** F09: the database drops one session of the product after another, chosen by chance. */
export async function droppedConnections(
  world: World,
  drops: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F09', oneMessage(world))
  const before = await world.far.effects()
  const most = await sessions(world)
  const load = startLoad(() => world.api, workflow, 60)
  let dropped = 0
  while (dropped < drops) {
    const rows = await world.sql<{ done: boolean }[]>`
      select pg_terminate_backend(pid) as done from pg_stat_activity
      where application_name like 'handrail%' and backend_type = 'client backend'
      order by random() limit 1`
    dropped += rows.filter(({ done }) => done).length
    await delay(100)
  }
  const begun = performance.now()
  await load.stop()
  const wrong = broken(load.answers)
  const settled = await settle(world, load.accepted)
  const recovery = performance.now() - begun
  const open = await sessions(world)
  // The pool has at most twelve, and some sessions are held for locks and listening.
  if (open > Math.max(most, 20)) wrong.push(`${open} sessions are open, ${most} were before`)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(`F09: ${dropped} sessions dropped, ${load.accepted.length} runs accepted`)
  return {
    id: 'F09',
    what: 'the database drops sessions at random under load',
    n: dropped,
    lost: Math.max(0, load.accepted.length * 2 - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: [...wrong, ...settled.failed],
    unknown: settled.unknown,
    recoveries: [recovery],
    notes: [
      'recovery: from the last drop until all runs have ended',
      `${load.accepted.length} accepted; answers: ${inWords(load.answers)}; ${open} sessions open after, ${most} before`,
    ],
  }
}

async function sessions(world: World): Promise<number> {
  const [row] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity where application_name like 'handrail%'`
  return row?.count ?? 0
}
