import { setTimeout as delay } from 'node:timers/promises'
import { form, items, outputOf, record, struck } from './loop-kills'
import type { Finding } from './report'
import { publish, startRun } from './workload'
import type { World } from './world'

const count = 20

/**
 * L02: SIGKILL while an approval is asked for in each of 20 items, while some of them are decided, and right after the
 * last decision. The even ones are approved and change something, the odd ones are rejected and change nothing.
 */
export async function approvalsInLoop(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'L02', {
    schema: 1,
    nodes: [
      form,
      {
        id: 'every',
        type: 'each',
        config: {
          items: { value: items(count) },
          concurrency: count,
          body: {
            nodes: [
              { id: 'ask', type: 'approval', config: { approvers: [{ role: 'operator' }], quorum: 1 } },
              record(world, 'tell', '{{ every.item }} of {{ start.n }}'),
            ],
            edges: [{ from: 'ask', exit: 'approved', to: 'tell' }],
          },
          result: { from: 'ask', path: ['decision'] },
        },
      },
    ],
    edges: [{ from: 'start', exit: 'out', to: 'every' }],
  })
  const wanted = items(count).map((index) => (index % 2 === 0 ? 'approved' : 'rejected'))
  return struck(world, {
    id: 'L02',
    what: `SIGKILL around the approvals in a loop over ${count} items`,
    kills: times * 4,
    effects: (times * count) / 2,
    strike: async (recoveries) => {
      const runs: string[] = []
      const kill = async () => recoveries.push(await world.killAndRestart())
      for (let time = 0; time < times; time++) {
        const run = await startRun(world, workflow, time)
        runs.push(run)
        await asked(world, run, 1 + Math.floor(Math.random() * (count - 1)))
        await kill()
        await asked(world, run, count)
        await decide(world, run, count / 4)
        await kill()
        await Promise.all([decide(world, run, count / 4), delay(Math.random() * 100).then(kill)])
        await decide(world, run, count)
        await kill()
        say(`L02: ${time + 1} of ${times} rounds`)
      }
      return runs
    },
    judge: async (runs) => {
      const outputs = await Promise.all(runs.map((run) => outputOf(world, run)))
      return outputs.flatMap((output, index) =>
        JSON.stringify(output) === JSON.stringify(wanted)
          ? []
          : [`${runs[index]}: ${JSON.stringify(output)}`],
      )
    },
  })
}

type Asked = { readonly id: string; readonly digest: string; readonly step: string }

async function open(world: World, run: string): Promise<readonly Asked[]> {
  return world.sql<Asked[]>`
    select id, digest, step_path as step from approvals where run_id = ${run} and status = 'pending' order by step_path`
}

async function asked(world: World, run: string, wanted: number): Promise<void> {
  const until = performance.now() + 60_000
  while ((await open(world, run)).length < wanted) {
    if (performance.now() > until) throw new Error(`Fewer than ${wanted} items asked for approval.`)
    await delay(20)
  }
}

/** Decides so many of what is open. A decision that met a dying process is made again when it is still open. */
async function decide(world: World, run: string, most: number): Promise<void> {
  for (const { id, digest, step } of (await open(world, run)).slice(0, most)) {
    const index = Number(/\[(\d+)\]/.exec(step)?.[1])
    const decision = index % 2 === 0 ? 'approve' : 'reject'
    await world.second.post(`/approvals/${id}/decisions`, { decision, digest }).catch(() => undefined)
  }
}
