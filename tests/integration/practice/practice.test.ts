import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { connect, type DatabaseHandle } from '@/db/client'
import { listConnections } from '@/db/queries/connections'
import { runAction } from '@/lib/connectors/runs'
import { openConnection } from '@/lib/services/connections/open-connection'
import { hostPractice, type PracticeHost } from '@/lib/services/practice/host-practice'
import { practiceAddress } from '@/lib/services/practice/practice-addresses'
import { readPracticeState } from '@/lib/services/practice/read-practice-state'
import { serviceWorld, type World } from '../../support/service-world'

let world: World
const hosts: PracticeHost[] = []

beforeAll(async () => {
  world = await serviceWorld()
})
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()))
})
afterAll(() => world.close())

function stand(handle: DatabaseHandle = world.database): PracticeHost {
  const host = hostPractice(handle, 50)
  hosts.push(host)
  return host
}

/** What a step would do: opens the practice workspace's own connection and posts. */
async function post(text: string): Promise<void> {
  const { db } = world.database
  const slack = (await listConnections(db, world.owner)).find(({ connector }) => connector === 'slack')
  if (!slack) throw new Error('no Slack connection')
  await runAction({
    action: 'slack.message.post',
    connection: await openConnection(db, world.owner, slack.id),
    input: { channel: 'C000000004', text },
    idempotencyKey: text,
    signal: AbortSignal.timeout(10_000),
  })
}

async function read(action: string, input: Record<string, unknown>) {
  const { db } = world.database
  const github = (await listConnections(db, world.owner)).find(({ connector }) => connector === 'github')
  if (!github) throw new Error('no GitHub connection')
  const connection = await openConnection(db, world.owner, github.id)
  return runAction({ action, connection, input, idempotencyKey: '', signal: AbortSignal.timeout(10_000) })
}

/** The services may be changing hands. */
const eventually = { timeout: 15_000, interval: 50 }

async function opsMessages(): Promise<readonly string[]> {
  const { slack } = await readPracticeState(world.owner)
  return slack.channels.find(({ name }) => name === 'ops')?.messages.map(({ text }) => text) ?? []
}

test('what a workflow does is seen at once, and is there after the host has gone', async () => {
  const first = stand()
  await vi.waitFor(() => post('one'), eventually)
  expect(await opsMessages()).toContain('one')

  const other = connect(world.database.url)
  stand(other)
  await first.stop()
  await vi.waitFor(() => post('two'), eventually)
  expect((await opsMessages()).slice(0, 2)).toEqual(['two', 'one'])
  await Promise.all(hosts.splice(0).map((host) => host.stop()))
  await other.close()
})

test('the seed is believable: repositories with issues, channels with messages, all by people', async () => {
  stand()
  await vi.waitFor(() => post('three'), eventually)
  const { slack, github } = await readPracticeState(world.owner)
  expect(slack.channels.map(({ name }) => name)).toEqual(['general', 'engineering', 'support', 'ops'])
  expect(github.repositories.map(({ name }) => name)).toContain('acme/website')
  expect(github.repositories.flatMap(({ issues }) => issues).length).toBeGreaterThanOrEqual(12)
  expect(slack.channels.find(({ name }) => name === 'ops')?.messages[0]).toMatchObject({
    isOurs: true,
    author: 'Handrail',
  })
  const issue = await read('github.issue.get', { repo: 'acme/website', number: 1 })
  expect(issue).toMatchObject({
    url: expect.stringMatching(/^http:\/\/localhost:3000\/practice\/github\/acme\/website\/issues\/1$/),
  })
  expect(slack.channels.flatMap(({ messages }) => messages).some(({ replies }) => replies.length > 0)).toBe(
    true,
  )
})

test('only one of several processes hosts, and a host that loses its session gives up or goes on alone', async () => {
  const other = connect(world.database.url)
  stand()
  stand(other)
  await vi.waitFor(() => post('four'), eventually)
  const [held] = await world.database.sql`
    select count(*)::int as count from pg_locks where locktype = 'advisory' and granted and database =
      (select oid from pg_database where datname = current_database())`
  expect(held?.count).toBe(1)

  await world.database.sql`
    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database =
      (select oid from pg_database where datname = current_database())`
  const later = Array.from({ length: 10 }, (_, number) => `five ${number}`)
  for (const text of later) await vi.waitFor(() => post(text), eventually)
  expect(await opsMessages()).toEqual(expect.arrayContaining(['four', ...later]))
  await Promise.all(hosts.splice(0).map((host) => host.stop()))
  await other.close()
})

test('while nobody hosts, a call says so and may be made again', async () => {
  const address = await practiceAddress('github').catch((error: unknown) => error)
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/)
  await expect(post('nobody')).rejects.toMatchObject({ code: 'unreachable', retry: 'after' })
})
