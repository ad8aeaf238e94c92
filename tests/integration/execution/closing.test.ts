import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())

const form = { id: 'start', type: 'trigger.form', config: { fields: [] } }

/** A workflow that tells the far side something, which can be told from no other. */
const telling = () =>
  world.workflow({
    nodes: [
      form,
      {
        id: 'tell',
        type: 'action',
        action: 'http.request.send',
        connection: world.connection,
        input: {
          method: { value: 'POST' },
          url: { value: `${world.far.url}/tell` },
        },
      },
    ],
    edges: ['start>tell'],
  })

/** The runner's books of the run: its steps with what they gave, and how it stands. */
async function booksOf(runId: string) {
  const { sql } = world.database
  const [run] = await sql<{ id: string; status: string }[]>`
    select id, status from runner_runs where event_id = ${runId}`
  const steps = await sql<{ name: string; op: string; state: string; data: unknown }[]>`
    select name, op, state, data from runner_steps where run_id = ${run?.id ?? ''} order by ord`
  return { runner: run?.id ?? '', status: run?.status, steps: [...steps] }
}

describe('the last transaction of a step', () => {
  it('keeps what the runtime keeps of it, in the form that the SDK would have sent', async () => {
    const run = await world.run(await telling())
    expect(run.status).toBe('succeeded')
    const { status, steps } = await booksOf(run.id)
    expect(status).toBe('completed')
    expect(steps).toEqual([
      { name: stepOf(run, 'tell').title, op: 'StepRun', state: 'done', data: { state: 'ended' } },
    ])
  })

  it('stores nothing once the job is another’s, but that the call worked', async () => {
    const { sql } = world.database
    let answer = () => {}
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve
    })
    world.far.requests.length = 0
    world.far.answer = async (_, response) => {
      await isAnswered
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"told":true}')
    }
    const id = await world.start(await telling())
    await expect.poll(() => world.far.requests.length, { timeout: 10_000 }).toBe(1)
    const { runner } = await booksOf(id)
    // As when a successor has taken it; under this process's name, so that nobody finds its holder dead meanwhile.
    await sql`
      update runner_jobs set token = ${randomUUID()}, lease_until = now() + interval '1 hour'
      where run_id = ${runner}`
    answer()
    const confirmed = async () =>
      (await sql`select 1 from effects where run_id = ${id} and status = 'confirmed'`).length
    await expect.poll(confirmed, { timeout: 10_000 }).toBe(1)
    expect(stepOf(await world.until(id, () => true), 'tell').status).toBe('running')
    expect((await booksOf(id)).steps).toEqual([])
    // The successor finds what was done, and does not do it again.
    await sql`
      update runner_jobs set token = null, owner = null, lease_until = null where run_id = ${runner}`
    const run = await world.until(id, ({ status }) => status === 'succeeded')
    expect(stepOf(run, 'tell').output).toMatchObject({ body: { told: true } })
    expect(world.far.requests).toHaveLength(1)
  })
})
