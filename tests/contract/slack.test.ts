import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runAction } from '@/lib/connectors/runs'
import { readChannels } from '@/lib/practice/slack/read-channels'
import { snapshotSchema } from '@/lib/practice/snapshot'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ token: 'practice-canary-5f1d' })
})
beforeEach(() => emulators.slack.reset())
afterAll(() => emulators.close())

const ops = 'C000000004'
let calls = 0

async function run(action: string, input: Readonly<Record<string, unknown>>) {
  const output = await runAction({
    action: `slack.${action}`,
    connection: connectionTo(emulators, 'slack'),
    input,
    idempotencyKey: `run_${calls++}/n:step`,
    signal: AbortSignal.timeout(20_000),
  })
  if (typeof output !== 'object' || output === null || Array.isArray(output)) throw new Error('no record')
  return new Map(Object.entries(output))
}

const channels = () => readChannels(snapshotSchema.parse(emulators.slack.state()))
const inOps = () => channels().find(({ id }) => id === ops)

test('practice shows what was changed, reacted to, uploaded and scheduled, and who was written to', async () => {
  const posted = await run('message.post', { channel: ops, text: 'Looking into it.' })
  const ts = posted.get('ts')
  await run('message.update', { channel: ops, ts, text: 'Solved.' })
  await run('reaction.add', { channel: ops, ts, emoji: ':tada:' })
  await run('message.reply', { channel: ops, thread: ts, text: 'Thank you!' })
  await run('file.upload', { channel: ops, name: 'log.txt', content: 'Ärger', comment: 'The log.' })
  const at = new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toISOString()
  await run('message.schedule', { channel: ops, text: 'Later.', at })
  await run('message.direct', { user: 'U000000002', text: 'For you.' })

  const message = inOps()?.messages.find(({ id }) => id === ts)
  expect(message).toMatchObject({ text: 'Solved.', isOurs: true, isEdited: true })
  expect(message?.reactions).toEqual([{ emoji: 'tada', count: 1, isOurs: true }])
  expect(message?.replies.map(({ text }) => text)).toEqual(['Thank you!'])
  expect(inOps()?.messages.find(({ text }) => text === 'The log.')?.files).toEqual(['log.txt'])
  expect(inOps()?.scheduled).toMatchObject([{ text: 'Later.', at }])
  expect(channels().find(({ kind }) => kind === 'direct')).toMatchObject({
    name: 'Lena Fischer',
    messages: [{ text: 'For you.', isOurs: true }],
  })
  expect(JSON.stringify(emulators.slack.state())).toContain(Buffer.from('Ärger').toString('base64'))
})

test('a scheduled message stands in its channel when its time has come', async () => {
  const at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1_000).toISOString()
  await run('message.schedule', { channel: ops, text: 'It is time.', at })
  const texts = async () => {
    await run('account.get', {})
    return inOps()?.messages.map(({ text }) => text)
  }
  expect(await texts()).not.toContain('It is time.')
  await expect.poll(texts, { timeout: 8_000 }).toContain('It is time.')
  expect(inOps()?.scheduled).toEqual([])
})

test('what was taken back is posted no more', async () => {
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const { channel, scheduled } = Object.fromEntries(
    await run('message.schedule', { channel: ops, text: 'Never mind.', at }),
  )
  await run('message.unschedule', { channel, scheduled })
  expect(inOps()?.scheduled).toEqual([])
})

test('messages are read within a span of time', async () => {
  const hour = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  const read = async (input: Readonly<Record<string, unknown>>) =>
    (await run('message.list', { channel: ops, ...input })).get('count')
  const all = await read({})
  expect(await read({ since: hour(100) })).toBe(all)
  expect(await read({ until: hour(100) })).toBe(0)
  expect(await read({ since: hour(2) })).toBe(1)
})

test('a channel that was made before is given back, and not made twice', async () => {
  const first = await run('channel.create', { name: 'incident-7' })
  expect(await run('channel.create', { name: 'incident-7' })).toEqual(first)
  expect(channels().filter(({ name }) => name === 'incident-7')).toHaveLength(1)
})

test('what others wrote is neither changed nor deleted', async () => {
  const lenas = channels().find(({ name }) => name === 'support')
  const input = { channel: lenas?.id, ts: lenas?.messages[0]?.id }
  await expect(run('message.update', { ...input, text: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(run('message.delete', input)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a person who is not there is an answer, and no error', async () => {
  expect((await run('user.find', { email: 'nobody@acme.example' })).get('found')).toBe(false)
})
