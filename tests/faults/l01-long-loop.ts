import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { form, items, outputOf, record, struck } from './loop-kills'
import type { Finding } from './report'
import { publish, settle, startRun } from './workload'
import type { World } from './world'

const count = 1_000

/** L01: SIGKILL again and again in the middle of a loop over 1,000 items of three steps, two of which change something. */
export async function longLoop(world: World, kills: number, say: (line: string) => void): Promise<Finding> {
  const workflow = await publish(world, 'L01', {
    schema: 1,
    nodes: [
      form,
      {
        id: 'every',
        type: 'each',
        config: {
          items: { value: items(count) },
          concurrency: 8,
          body: {
            nodes: [
              {
                id: 'label',
                type: 'set',
                config: { fields: [{ key: 'told', value: { text: '{{ every.index }}:{{ every.item }}' } }] },
              },
              record(world, 'first', '{{ label.told }}'),
              record(world, 'second', '{{ label.told }}'),
            ],
            edges: [
              { from: 'label', exit: 'out', to: 'first' },
              { from: 'first', exit: 'out', to: 'second' },
            ],
          },
          result: { from: 'label', path: ['told'] },
        },
      },
    ],
    edges: [{ from: 'start', exit: 'out', to: 'every' }],
  })
  const undisturbed = performance.now()
  await settle(world, [await startRun(world, workflow, 0)], { timeoutMs: 300_000 })
  const seconds = (performance.now() - undisturbed) / 1_000
  say(`L01: ${seconds.toFixed(1)} s undisturbed`)
  return struck(world, {
    id: 'L01',
    what: `SIGKILL in a loop over ${count} items of three steps`,
    kills,
    effects: 2 * count,
    strike: async (recoveries) => {
      const run = await startRun(world, workflow, 1)
      for (let kill = 0; kill < kills; kill++) {
        await hasDone(world, run, Math.floor(((kill + 0.5) / kills) * count))
        // Not only where an item has just ended.
        await delay(Math.random() * 60)
        recoveries.push(await world.killAndRestart())
        say(`L01: ${kill + 1} of ${kills} kills`)
      }
      return [run]
    },
    judge: async ([run = '']) => {
      const rows = await world.sql<{ status: string; count: number }[]>`
        select status, count(*)::int as count from steps
        where run_id = ${run} and type = 'loop.item' group by status`
      const isWhole = rows.length === 1 && rows[0]?.status === 'succeeded' && rows[0].count === count
      const isInOrder = isDeepStrictEqual(
        await outputOf(world, run),
        items(count).map((index) => `${index}:${index}`),
      )
      return [
        ...(isWhole ? [] : [`the items are ${JSON.stringify(rows)}`]),
        ...(isInOrder ? [] : ['the results are not those of the items, in their order']),
      ]
    },
    notes: () => [`${seconds.toFixed(1)} s without a kill`],
  })
}

/** Until so many items have ended; the run may have ended meanwhile. */
async function hasDone(world: World, run: string, wanted: number): Promise<void> {
  for (;;) {
    const [row] = await world.sql<{ done: number; ended: boolean }[]>`
      select (select count(*)::int from steps
              where run_id = ${run} and parent = 'every' and ended_at is not null) as done,
             (select ended_at is not null from runs where id = ${run}) as ended`
    if (!row || row.ended || row.done >= wanted) return
    await delay(25)
  }
}
