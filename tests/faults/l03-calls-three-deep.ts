import { setTimeout as delay } from 'node:timers/promises'
import { form, outputOf, record, struck } from './loop-kills'
import type { Finding } from './report'
import { publish, settle, startRun } from './workload'
import type { World } from './world'

const atOnce = 4

/** L03: SIGKILL at random moments of runs that call a workflow that calls another one; each level changes something. */
export async function callsThreeDeep(
  world: World,
  kills: number,
  say: (line: string) => void,
): Promise<Finding> {
  const called = {
    id: 'start',
    type: 'trigger.workflow',
    config: { fields: [{ key: 'n', type: 'number', required: true }] },
  }
  const n = { from: 'start', path: ['n'] }
  const call = (workflow: string) => ({ id: 'other', type: 'workflow', config: { workflow, input: { n } } })
  const told = (name: string) => ({
    id: 'told',
    type: 'set',
    config: { fields: [{ key: 'told', value: { text: `${name} {{ start.n }}` } }] },
  })
  const line = (...ids: string[]) =>
    ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', exit: 'out', to }))
  const deep = await publish(world, 'L03 deep', {
    schema: 1,
    nodes: [
      called,
      record(world, 'a', 'deep {{ start.n }}'),
      record(world, 'b', 'deep {{ start.n }}'),
      told('deep'),
    ],
    edges: line('start', 'a', 'b', 'told'),
  })
  const middle = await publish(world, 'L03 middle', {
    schema: 1,
    nodes: [
      called,
      record(world, 'a', 'middle {{ start.n }}'),
      call(deep),
      record(world, 'b', '{{ other.told }}'),
    ],
    edges: line('start', 'a', 'other', 'b'),
  })
  const outer = await publish(world, 'L03', {
    schema: 1,
    nodes: [form, record(world, 'a', 'outer {{ start.n }}'), call(middle), told('outer')],
    edges: line('start', 'a', 'other', 'told'),
  })
  const began = performance.now()
  await settle(world, [await startRun(world, outer, 0)])
  const undisturbed = performance.now() - began
  return struck(world, {
    id: 'L03',
    what: 'SIGKILL at random moments of calls of workflows, three deep',
    kills,
    effects: kills * atOnce * 5,
    strike: async (recoveries) => {
      const runs: string[] = []
      for (let kill = 0; kill < kills; kill++) {
        const numbers = Array.from({ length: atOnce }, (_, index) => kill * atOnce + index + 1)
        runs.push(...(await Promise.all(numbers.map((number) => startRun(world, outer, number)))))
        await delay(Math.random() * undisturbed * 2)
        recoveries.push(await world.killAndRestart())
        if ((kill + 1) % 5 === 0) say(`L03: ${kill + 1} of ${kills} kills`)
      }
      return runs
    },
    judge: async (runs) => {
      const wrong: string[] = []
      for (const [index, run] of runs.entries()) {
        const output = JSON.stringify(await outputOf(world, run))
        if (output !== JSON.stringify({ told: `outer ${index + 1}` })) wrong.push(`${run} gave ${output}`)
      }
      const rows = await world.sql<{ workflow: string; status: string; count: number }[]>`
        select workflow_id as workflow, status, count(*)::int as count from runs
        where workflow_id = any(${[deep, middle]}) group by 1, 2`
      const expected = runs.length + 1
      const isRight =
        rows.length === 2 && rows.every((row) => row.status === 'succeeded' && row.count === expected)
      return [
        ...wrong,
        ...(isRight ? [] : [`the called runs are ${JSON.stringify(rows)}, not ${expected} each`]),
      ]
    },
    notes: () => [`${(undisturbed / 1_000).toFixed(1)} s for one run without a kill`],
  })
}
