import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { runAction } from '@/lib/connectors/runs'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators()
})
beforeEach(() => emulators.google.reset())
afterAll(() => emulators.close())

const run = (action: string, input: Readonly<Record<string, unknown>>, idempotencyKey = 'a key') =>
  runAction({
    action: `google.${action}`,
    connection: connectionTo(emulators, 'google'),
    input,
    idempotencyKey,
    signal: AbortSignal.timeout(20_000),
  })

const state = z.object({
  calendar: z.object({ told: z.array(z.object({ email: z.string(), why: z.string() })) }),
})
const told = () =>
  state.parse(emulators.google.state()).calendar.told.map(({ email, why }) => `${email} ${why}`)

const call = { title: 'Call', start: '2026-12-01T15:00:00+01:00', end: '2026-12-01T15:30:00+01:00' }

test('an event is made once for a key, and another one for another key', async () => {
  const first = await run('event.create', call)
  expect(await run('event.create', call)).toEqual(first)
  expect(await run('event.create', call, 'another key')).not.toEqual(first)
  const range = { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' }
  expect(await run('event.list', range)).toMatchObject({ count: 2 })
})

test('a made event is busy time, and gone when it is deleted', async () => {
  const { event_id } = z.object({ event_id: z.string() }).parse(await run('event.create', call))
  const range = { from: '2026-12-01T14:15:00Z', until: '2026-12-01T18:00:00Z' }
  expect(await run('calendar.busy', range)).toMatchObject({
    busy: [{ start: '2026-12-01T14:00:00.000Z', end: '2026-12-01T14:30:00.000Z' }],
    is_free: false,
  })
  await run('event.delete', { event: event_id })
  expect(await run('event.delete', { event: event_id })).toMatchObject({ is_deleted: true })
  expect(await run('calendar.busy', range)).toMatchObject({ is_free: true })
})

test('a calendar that cannot be read is named, and is not taken for free', async () => {
  const range = { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z' }
  const calendars = ['nobody@acme.example']
  expect(await run('calendar.busy', { ...range, calendars })).toEqual({
    busy: [],
    is_free: false,
    unknown: calendars,
  })
})

test('guests get a mail only when they are invited, or when the step says so', async () => {
  await run('event.create', call)
  await run('event.update', { event: 'standup', location: 'Garden' }, 'one')
  expect(told()).toEqual([])
  await run('event.update', { event: 'standup', location: 'Kitchen', notify: true }, 'two')
  await run('event.invite', { event: 'planning', guests: ['mei@chens-garden.example'] }, 'three')
  await run('event.delete', { event: 'oncall' })
  expect(told()).toEqual(['lena-fischer@acme.example changed', 'mei@chens-garden.example invited'])
})

test('inviting keeps the guests that are there, with their answers, and no guest twice', async () => {
  const guests = ['Lena-Fischer@acme.example', 'aiko-tanaka@acme.example']
  expect(await run('event.invite', { event: 'standup', guests })).toMatchObject({
    guests: [
      { email: 'lena-fischer@acme.example', response: 'accepted' },
      { email: 'aiko-tanaka@acme.example', response: 'needsAction' },
    ],
  })
})

test('an event that ends before it begins is refused', async () => {
  const askew = { ...call, end: '2026-12-01T14:00:00+01:00' }
  await expect(run('event.create', askew)).rejects.toMatchObject({ code: 'invalid_input', retry: 'no' })
})
