import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAction } from '@/lib/connectors/runs'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators({ token: 'practice-canary-5f1d' })
})
afterAll(() => emulators.close())

let calls = 0
const newKey = () => `run_${calls++}/n:step[0]`
const signal = AbortSignal.timeout(60_000)

test('an input that does not fit is refused before anything is sent, naming the field', async () => {
  const refused = runAction({
    action: 'github.issue.get',
    connection: connectionTo(emulators, 'github'),
    input: { repo: 'acme/website', number: 'seven' },
    idempotencyKey: newKey(),
    signal,
  })
  await expect(refused).rejects.toMatchObject({ code: 'invalid_input', retry: 'no', field: 'input.number' })
})

test('a connection of another product, or none, is refused', async () => {
  const call = { input: { channel: 'C000000004', text: 'hi' }, idempotencyKey: newKey(), signal }
  const github = connectionTo(emulators, 'github')
  await expect(
    runAction({ ...call, action: 'slack.message.post', connection: github }),
  ).rejects.toMatchObject({
    code: 'no_connection',
  })
  await expect(runAction({ ...call, action: 'slack.message.post', connection: null })).rejects.toMatchObject({
    code: 'no_connection',
  })
})

test('mentions call nobody unless the builder wants it', async () => {
  const call = { action: 'slack.message.post', connection: connectionTo(emulators, 'slack'), signal }
  const input = {
    channel: 'C000000004',
    text: '<!channel> <@U000000002> <!subteam^S1|@team> <https://a.example|x>',
  }
  expect(await runAction({ ...call, input, idempotencyKey: newKey() })).toMatchObject({
    text: '@channel @U000000002 @team <https://a.example|x>',
  })
  expect(
    await runAction({ ...call, input: { ...input, mentions: true }, idempotencyKey: newKey() }),
  ).toMatchObject({ text: input.text })
})

test('a secret goes to the connection’s own hosts alone', async () => {
  const connection = { ...connectionTo(emulators, 'http'), settings: { hosts: 'api.example.com' } }
  const elsewhere = runAction({
    action: 'http.request.get',
    connection,
    input: { url: `${emulators.http.url}/items` },
    idempotencyKey: newKey(),
    signal,
  })
  await expect(elsewhere).rejects.toMatchObject({ code: 'blocked_address', retry: 'no' })
})

test('without a connection, HTTP goes to the step’s own hosts, and never to this machine', async () => {
  const call = { action: 'http.request.get', connection: null, idempotencyKey: newKey(), signal }
  await expect(
    runAction({ ...call, input: { url: 'https://elsewhere.example/' }, hosts: ['api.example.com'] }),
  ).rejects.toMatchObject({ code: 'blocked_address' })
  await expect(runAction({ ...call, input: { url: emulators.http.url } })).rejects.toMatchObject({
    code: 'blocked_address',
  })
})

test('a simulated connection reaches its own service and nothing else on this machine', async () => {
  const connection = { ...connectionTo(emulators, 'github'), simulated: false }
  await expect(
    runAction({ action: 'github.account.get', connection, input: {}, idempotencyKey: newKey(), signal }),
  ).rejects.toMatchObject({ code: 'blocked_address' })
})

test('a simulated connection whose service is not there goes nowhere, least of all to the real one', async () => {
  for (const action of ['github.account.get', 'slack.account.get']) {
    const connection = { ...connectionTo(emulators, action.split('.')[0] ?? ''), baseUrl: null }
    await expect(
      runAction({ action, connection, input: {}, idempotencyKey: newKey(), signal }),
    ).rejects.toMatchObject({ code: 'unavailable', retry: 'after' })
  }
})
