import { behindProxy } from './behind-proxy'
import { doubledIn, effectsIn, type Finding } from './report'
import { everyKind, publish, settle, startRun } from './workload'
import type { World } from './world'

const atOnce = 4

/** A run with every kind of node commits about so often: two of them in a run are cut. */
const oneIn = 60

/** The effects of such a run that leave a key. */
const effectsPerRun = 3

/** F10: the connection is cut after a commit was sent and before its answer. It happened, or it did not: nobody is told. */
export async function unknownCommits(
  world: World,
  cuts: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F10', everyKind(world))
  const before = await world.far.effects()
  const recoveries: number[] = []
  const unknown: string[] = []
  const failed: string[] = []
  let ids: string[] = []
  const struck = await behindProxy(world, async (proxy) => {
    for (let n = 0; proxy.cuts() < cuts; n += atOnce) {
      proxy.cutCommits(oneIn)
      // A start whose own commit is cut is answered as failed, and its run goes on all the same.
      await Promise.allSettled(Array.from({ length: atOnce }, (_, i) => startRun(world, workflow, n + i)))
      const begun = performance.now()
      const rows = await world.sql<{ id: string }[]>`select id from runs where workflow_id = ${workflow}`
      ids = rows.map(({ id }) => id)
      const settled = await settle(world, ids.slice(-atOnce))
      unknown.push(...settled.unknown)
      failed.push(...settled.failed)
      recoveries.push(performance.now() - begun)
    }
    return proxy.cuts()
  })
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(`F10: ${struck} commits cut in ${ids.length} runs`)
  return {
    id: 'F10',
    what: 'the connection is cut after COMMIT was sent, before its answer',
    n: struck,
    lost: Math.max(0, ids.length * effectsPerRun - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - ids.length * effectsPerRun),
    failed,
    unknown,
    recoveries,
    notes: [
      `${ids.length} runs of every kind of node, one commit in ${oneIn} cut, a quarter of these on the way there; recovery: until the ${atOnce} runs that were under way have ended`,
    ],
  }
}
