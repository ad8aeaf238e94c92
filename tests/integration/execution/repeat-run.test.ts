import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getRun } from '@/lib/services/runs/get-run'
import { retryRun } from '@/lib/services/runs/retry-run'
import { publishWorkflow } from '@/lib/services/workflows/publish-workflow'
import { saveDraft } from '@/lib/services/workflows/save-draft'
import { answerJson } from './support/far-side'
import { documentOf, type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())

const start = {
  id: 'start',
  type: 'trigger.form',
  config: { fields: [{ key: 'name', type: 'text', required: true }] },
}
const send = () => ({
  id: 'send',
  type: 'action',
  action: 'http.request.send',
  connection: world.connection,
  input: {
    method: { value: 'POST' },
    url: { value: `${world.far.url}/send` },
    body: { text: '{{ start.name }}' },
  },
})
const greet = (text: string) => ({
  id: 'greet',
  type: 'set',
  config: { fields: [{ key: 'text', value: { text } }] },
})

const parts = (text: string) => ({
  nodes: [start, send(), greet(text)],
  edges: ['start>send', 'send>greet'],
})

async function ended(id: string) {
  return world.until(id, (run) => run.endedAt !== null)
}

describe('a run that is repeated', () => {
  it('shows what was done, and does it again only when a person asks for that', async () => {
    world.far.answer = answerJson({ sent: true })
    const workflow = await world.workflow(parts('Hello {{ start.name }}'))
    const first = await world.run(workflow, { name: 'Ada' })
    expect(first.status).toBe('succeeded')
    const before = world.far.requests.length
    const second = await ended((await retryRun(world.owner, first.id, { input: { name: 'Ben' } })).id)
    expect(stepOf(second, 'greet').output).toEqual({ text: 'Hello Ben' })
    expect(world.far.requests).toHaveLength(before)
    expect(second.effects).toMatchObject([{ status: 'confirmed', earlier: true, stepPath: 'send' }])
    const third = await ended(
      (await retryRun(world.owner, first.id, { input: { name: 'Cem' }, again: true })).id,
    )
    expect(world.far.requests).toHaveLength(before + 1)
    expect(world.far.requests.at(-1)?.body).toContain('Cem')
    expect(third.effects).toMatchObject([{ status: 'confirmed', earlier: false }])
    expect((await getRun(world.owner, first.id)).effects).toHaveLength(1)
  })

  it('goes on from a step on the version that is live now, with what came before kept', async () => {
    const workflow = await world.workflow(parts('Old {{ start.name }}'))
    const first = await world.run(workflow, { name: 'Ada' })
    const before = world.far.requests.length
    await saveDraft(world.owner, workflow, { document: documentOf(parts('New {{ start.name }}')) })
    await publishWorkflow(world.owner, workflow, {})
    const same = await ended((await retryRun(world.owner, first.id, { from: 'greet' })).id)
    const live = await ended((await retryRun(world.owner, first.id, { from: 'greet', version: 'live' })).id)
    expect(stepOf(same, 'greet').output).toEqual({ text: 'Old Ada' })
    expect(stepOf(live, 'greet').output).toEqual({ text: 'New Ada' })
    expect(stepOf(live, 'send').attempt).toBe(0)
    expect(world.far.requests).toHaveLength(before)
    expect(live.version.number).toBe(2)
  })

  it('checks a changed input by the form of the version it runs on', async () => {
    const workflow = await world.workflow(parts('x'))
    const first = await world.run(workflow, { name: 'Ada' })
    await expect(retryRun(world.owner, first.id, { input: {} })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'input.name',
    })
    await expect(retryRun(world.owner, first.id, { from: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
