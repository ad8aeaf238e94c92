import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awaitedCalls } from '@/db/schema/runs'
import { cancelRun } from '@/lib/services/runs/cancel-run'
import { getRun } from '@/lib/services/runs/get-run'
import { receiveCall } from '@/lib/services/triggers/receive-call'
import type { RunView } from '@/lib/workflow/views/run-view'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())

const start = { id: 'start', type: 'trigger.form', config: { fields: [] } }
const echo = (id: string, key: string, from: string, path: string[]) => ({
  id,
  type: 'set',
  config: { fields: [{ key, value: { from, path } }] },
})

function waiting(deadline?: string) {
  return world.workflow({
    nodes: [
      start,
      { id: 'hold', type: 'wait', config: { call: true, ...(deadline ? { deadline } : {}) } },
      echo('after', 'said', 'hold', ['said']),
      { id: 'late', type: 'stop', config: { status: 'succeeded', message: { text: 'nobody called' } } },
    ],
    edges: ['start>hold', 'hold>after', 'hold:expired>late'],
  })
}

const post = (body: unknown) =>
  new Request('http://localhost:3000/hooks/waits/x', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const tokenOf = (run: RunView) => stepOf(run, 'hold').address?.split('/').at(-1) ?? ''
const waits = (run: RunView) => run.steps.some((step) => step.path === 'hold' && step.status === 'waiting')

describe('a wait for a call', () => {
  it('shows its address while it waits, and goes on with what it was called with', async () => {
    const id = await world.start(await waiting())
    const run = await world.until(id, waits)
    expect(run).toMatchObject({ status: 'waiting', waitingFor: 'its address to be called' })
    expect(stepOf(run, 'hold').address).toMatch(/^http:\/\/localhost:3000\/hooks\/waits\/[\w-]{32}$/)
    expect(await receiveCall(tokenOf(run), post({ said: 'go on' }))).toEqual({ received: true })
    const ended = await world.until(id, (one) => one.status === 'succeeded')
    expect(stepOf(ended, 'hold')).toMatchObject({ exit: 'out', output: { said: 'go on' }, address: null })
    expect(stepOf(ended, 'after').output).toEqual({ said: 'go on' })
  })

  it('is called once: the same call again changes nothing, and any other finds nobody', async () => {
    const id = await world.start(await waiting())
    const token = tokenOf(await world.until(id, waits))
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => receiveCall(token, post({ said: `number ${index}` }))),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const ended = await world.until(id, (one) => one.status === 'succeeded')
    const { output } = stepOf(ended, 'hold')
    expect(await receiveCall(token, post(output))).toEqual({ received: true })
    await expect(receiveCall(token, post({ said: 'another' }))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('takes the way “expired” when nobody calls in time, and refuses who comes later', async () => {
    const id = await world.start(await waiting('PT1S'))
    const token = tokenOf(await world.until(id, waits))
    const ended = await world.until(id, (one) => one.status === 'succeeded')
    expect(stepOf(ended, 'hold').exit).toBe('expired')
    expect(stepOf(ended, 'late').status).toBe('succeeded')
    await expect(receiveCall(token, post({}))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('agrees with its caller when the call and the deadline meet', async () => {
    const workflow = await waiting('PT1S')
    const ids = await Promise.all(Array.from({ length: 12 }, () => world.start(workflow)))
    await Promise.all(
      ids.map(async (id, index) => {
        const token = tokenOf(await world.until(id, waits))
        const [row] = await world.database.db.select().from(awaitedCalls).where(eq(awaitedCalls.token, token))
        const left = (row?.deadline?.getTime() ?? 0) - Date.now() + (index - 6) * 4
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, left)))
        const taken = await receiveCall(token, post({ said: 'just now' })).then(
          () => true,
          () => false,
        )
        const ended = await world.until(id, (one) => one.status === 'succeeded')
        expect(stepOf(ended, 'hold').exit).toBe(taken ? 'out' : 'expired')
      }),
    )
  })

  it('hides its address from those who may only look, and closes it with its run', async () => {
    const id = await world.start(await waiting())
    const token = tokenOf(await world.until(id, waits))
    const viewer = { ...world.owner, role: 'viewer' as const }
    expect(stepOf(await getRun(viewer, id), 'hold').address).toBeNull()
    await cancelRun(world.owner, id)
    await expect(receiveCall(token, post({}))).rejects.toMatchObject({ code: 'not_found' })
    await expect(receiveCall('of-nobody-of-nobody', post({}))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is told of a call that was stored while nobody listened', async () => {
    const id = await world.start(await waiting())
    const token = tokenOf(await world.until(id, waits))
    const { carrier, setCarrier } = await import('@/lib/services/runs/start/carrier')
    const runtime = carrier()
    setCarrier(undefined)
    await receiveCall(token, post({ said: 'unheard' }))
    setCarrier(runtime)
    const ended = await world.until(id, (one) => one.status === 'succeeded')
    expect(stepOf(ended, 'after').output).toEqual({ said: 'unheard' })
  })
})
