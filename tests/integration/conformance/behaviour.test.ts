import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, type ExpectStatic, test } from 'vitest'
import { newJournal } from './functions'
import { type Server, servers } from './servers'

// What functions may rely on, the same on every server. A real server takes its time: hence the patience.
// The tests run side by side: each uses the `expect` of its own context, for the shared one forgets whose it is.

describe.each(servers)('$name', { concurrent: true }, ({ start }) => {
  const journal = newJournal()
  let server: Server

  beforeAll(async () => {
    server = await start(journal)
  }, 60_000)
  afterAll(() => server.stop())

  const begin = async (event: string, data: Record<string, unknown> = {}) => {
    const name = randomUUID()
    await server.client.send({ name: `c/${event}`, data: { case: name, ...data } })
    return name
  }
  const notesOf = (expect: ExpectStatic, name: string) =>
    expect.poll(() => journal.of(name), { timeout: 45_000, interval: 20 })

  test('a step is tried at 0, 1 and 2, and the next one begins at 0', async ({ expect }) => {
    await notesOf(expect, await begin('line')).toEqual(['a0', 'a1', 'a2', 'b0', 'end'])
  })

  test('an error that is not to be tried again is caught at once', async ({ expect }) => {
    await notesOf(expect, await begin('caught')).toEqual(['a', { caught: 'no use' }])
  })

  test('an invoked function gives its result or its error', async ({ expect }) => {
    await notesOf(expect, await begin('parent')).toEqual([{ good: 'from the child', bad: 'the child fails' }])
  })

  test('a sleep is never short', async ({ expect }) => {
    await notesOf(expect, await begin('sleep')).toEqual([{ early: false }])
  })

  test('an event ends the wait whose value it matches, and no other', async ({ expect }) => {
    const name = await begin('wait', { timeout: '1h' })
    await notesOf(expect, name).toEqual(['open'])
    await server.client.send({ name: 'c/answer', data: { case: 'another', said: 'no' } })
    await server.client.send({ name: 'c/answer', data: { case: name, said: 'yes' } })
    await notesOf(expect, name).toEqual(['open', { got: 'yes' }])
  })

  test('a wait that nobody answers ends with nothing', async ({ expect }) => {
    await notesOf(expect, await begin('wait', { timeout: '1s' })).toEqual(['open', { got: null }])
  })

  test('an event that came before the wait is missed', async ({ expect }) => {
    const name = randomUUID()
    await server.client.send({ name: 'c/answer', data: { case: name, said: 'too early' } })
    await server.client.send({ name: 'c/wait', data: { case: name, timeout: '2s' } })
    await notesOf(expect, name).toEqual(['open', { got: null }])
  })

  test('a signal wakes one wait, once; its sender learns whether somebody waited', async ({ expect }) => {
    const name = await begin('signal')
    await notesOf(expect, name).toEqual(['open'])
    const send = () => server.client.sendSignal({ signal: name, data: 'approved' })
    // The wait may be registered a moment after its sibling ran: the sender tries again, as the product does.
    await expect.poll(async () => (await send()).runId, { timeout: 30_000 }).toBeDefined()
    await notesOf(expect, name).toEqual(['open', { got: 'approved' }])
    expect((await send()).runId).toBeUndefined()
  })

  test('after parallel steps each following step runs once', async ({ expect }) => {
    const name = await begin('fan')
    await expect
      .poll(() => journal.of(name).at(-1), { timeout: 45_000, interval: 20 })
      .toEqual({ all: ['p', 'q', 'r'], join: 'join', next: 'next' })
    expect(journal.of(name).slice(0, 3).toSorted()).toEqual(['p', 'q', 'r'])
    expect(journal.of(name).slice(3, 5)).toEqual(['join', 'next'])
    expect(journal.of(name)).toHaveLength(6)
  })

  test('a run is cancelled by the event that it names, if the value matches', async ({ expect }) => {
    const stopped = await begin('long', { sleep: '3s' })
    const other = await begin('long', { sleep: '3s' })
    await notesOf(expect, stopped).toEqual(['begin'])
    await notesOf(expect, other).toEqual(['begin'])
    await server.client.send({ name: 'c/stop', data: { case: stopped } })
    await notesOf(expect, other).toEqual(['begin', 'end'])
    expect(journal.of(stopped)).toEqual(['begin'])
  })
})
