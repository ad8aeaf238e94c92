import { setTimeout as delay } from 'node:timers/promises'
import { startFaultyModel } from './faulty-model'
import { doubledIn, effectsIn, type Finding } from './report'
import { publish, settle, startRun } from './workload'
import { must, type World } from './world'

const atOnce = 5
const commentsPerRun = 3
const model = 'faulty-model'

/**
 * F30: a model whose answers break off, whose calls all bear one id, and which orders them otherwise whenever it is asked
 * again. In each batch of runs the process is killed too: what a turn said is what was stored of it.
 */
export async function brokenModel(world: World, runs: number, say: (line: string) => void): Promise<Finding> {
  const faulty = await startFaultyModel()
  const provider = must(
    await world.api.post('/providers', {
      ...{ name: 'Faulty', baseUrl: faulty.url, api: 'responses', apiKey: 'none' },
      ...{ defaultModel: model, allowPrivate: true },
    }),
  )
  const workflow = await publish(world, 'F30', commenter(world))
  const before = await world.far.effects()
  const recoveries: number[] = []
  const unknown: string[] = []
  const failed: string[] = []
  const ids: string[] = []
  for (let n = 0; n < runs; n += atOnce) {
    const size = Math.min(atOnce, runs - n)
    const batch = await Promise.all(Array.from({ length: size }, (_, i) => startRun(world, workflow, n + i)))
    ids.push(...batch)
    const settling = settle(world, batch)
    await delay(500 + Math.random() * 3_000)
    const begun = performance.now()
    await world.killAndRestart()
    const settled = await settling
    recoveries.push(performance.now() - begun)
    failed.push(...settled.failed)
    unknown.push(...settled.unknown)
  }
  failed.push(...(await wrongComments(world, ids)))
  faulty.close()
  await world.api.delete(`/providers/${provider.id}`)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  const broke = [...faulty.faults].map(([fault, times]) => `${times} × ${fault}`).join(', ')
  say(`F30: ${runs} runs, answers broken: ${broke}`)
  return {
    id: 'F30',
    what: 'a model that breaks off, repeats the ids of calls and reorders them; with kills',
    n: runs,
    lost: Math.max(0, runs * commentsPerRun - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - runs * commentsPerRun),
    failed,
    unknown,
    recoveries,
    notes: [
      `answers broken: ${broke}; ${recoveries.length} kills; recovery: from the kill until the ${atOnce} runs under way have ended, the people's approvals of each call included`,
    ],
  }
}

/** Each run has made its three comments, each of them once: none is missing for another that was made twice. */
async function wrongComments({ sql }: World, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ run: string; bodies: string[] }[]>`
    select run_id as run, array_agg(input ->> 'body' order by input ->> 'body') as bodies
    from effects where run_id = any(${[...ids]}) and status = 'confirmed' group by run_id`
  return rows.flatMap(({ run, bodies }) => {
    const letters = bodies.map((body) => body.slice(0, 1)).join('')
    return letters === 'ABC' ? [] : [`${run} commented ${bodies.join(', ')}`]
  })
}

function commenter(world: World) {
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        config: { fields: [{ key: 'n', type: 'number', required: true }] },
      },
      {
        id: 'say',
        type: 'agent',
        config: {
          model,
          instructions: { text: 'Number {{ start.n }}: comment on the issue.' },
          tools: [
            {
              action: 'github.issue.comment',
              connection: world.connections.github,
              fields: {
                repo: { mode: 'fixed', value: { value: 'acme/website' } },
                number: { mode: 'fixed', value: { value: 1 } },
                body: { mode: 'agent' },
              },
            },
          ],
          output: [],
        },
        settings: { tries: 5, backoff: { wait: 'PT1S', growth: 'same' } },
      },
    ],
    edges: [{ from: 'start', exit: 'out', to: 'say' }],
  }
}
