import { afterAll, beforeAll, expect, it } from 'vitest'
import { getRun } from '@/lib/services/runs/get-run'
import { startEngineProcess } from './support/engine-process'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld({ engine: false })
})
afterAll(() => world.close())

const send = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  type: 'action',
  action: 'http.request.send',
  connection: world.connection,
  input: { method: { value: 'POST' }, url: { value: `${world.far.url}/${id}` }, ...more },
})

const runs = 24
const rounds = 3
const killsInRound = 2

it('loses no run and doubles no effect when the process is killed between an effect and its result', async () => {
  const workflow = await world.workflow({
    nodes: [
      { id: 'start', type: 'trigger.form', config: { fields: [] } },
      send('keyed', { honours_key: { value: true } }),
      send('once'),
      send('last', { honours_key: { value: true } }),
    ],
    edges: ['start>keyed', 'keyed>once', 'once>last'],
  })
  const ids: string[] = []
  for (let round = 0; round < rounds; round++) {
    ids.push(...(await Promise.all(Array.from({ length: runs / rounds }, () => world.start(workflow)))))
    for (let kill = 0; kill < killsInRound; kill++) await killBetweenEffectAndResult(3 + kill * 2)
    await settle(ids)
  }

  const ended = await Promise.all(ids.map((id) => getRun(world.owner, id)))
  expect(ended.filter(({ status }) => status === 'failed' || status === 'cancelled')).toEqual([])
  const waiting = ended.filter(({ status }) => status === 'waiting')
  // Only the call that cannot be told from its repetition waits for a person, at most one a kill that hit it.
  expect(
    waiting.every((run) => run.steps.some(({ path, status }) => path === 'once' && status === 'unknown')),
  ).toBe(true)

  const to = (path: string) => world.far.requests.filter((request) => request.path === `/${path}`)
  const keysOf = (path: string) => to(path).map(({ headers }) => headers['idempotency-key'])
  expect(new Set(keysOf('keyed')).size).toBe(runs)
  expect(to('once').length).toBeLessThanOrEqual(runs)
  expect(new Set(keysOf('last')).size).toBe(runs - waiting.length)
  for (const run of ended) {
    const confirmed = run.effects.filter(({ status }) => status === 'confirmed')
    expect(new Set(confirmed.map(({ stepPath }) => stepPath)).size).toBe(confirmed.length)
  }
}, 180_000)

/** Starts a process and kills it once so many calls have reached the far side, the last of them unanswered. */
async function killBetweenEffectAndResult(calls: number): Promise<void> {
  const arrived = world.far.requests.length + calls
  let reached = () => {}
  const effectMade = new Promise<void>((resolve) => {
    reached = resolve
  })
  world.far.answer = (request, response) => {
    if (world.far.requests.length >= arrived) return reached()
    answerJson({ fine: true })(request, response)
  }
  const engine = await startEngineProcess(world.database.url)
  await effectMade
  await engine.kill()
}

/** Lets a process that nobody kills go on until nothing is under way. */
async function settle(ids: readonly string[]): Promise<void> {
  world.far.answer = answerJson({ fine: true })
  const engine = await startEngineProcess(world.database.url)
  const underWay = async () => {
    const runsNow = await Promise.all(ids.map((id) => getRun(world.owner, id)))
    return runsNow.filter(({ status }) => status === 'queued' || status === 'running').length
  }
  await expect.poll(underWay, { timeout: 60_000, interval: 200 }).toBe(0)
  await engine.kill()
}
