import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/database'
import { endedRuns, type Harness, startHarness, until } from './support/runner-harness'

let database: TestDatabase
let harnesses: Harness[] = []

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  for (const harness of harnesses) await harness.stop()
  harnesses = []
  await database.close()
})

type Functions = Parameters<typeof startHarness>[1]

async function start(functions: Functions, options: Parameters<typeof startHarness>[2] = {}) {
  const harness = await startHarness(database, functions, options)
  harnesses.push(harness)
  return harness
}

const line: Functions = (client) => [
  client.createFunction(
    { id: 'line', triggers: { event: 'go' } },
    async ({ step }) => await step.run('a', () => 1),
  ),
]
const neverPolls = { pollMs: 3_600_000 }

test('a run that one process asks for is begun by another at once, without polling', async () => {
  await start(line, { times: neverPolls })
  const sender = await start(line, { leasing: false })
  await sender.client.send({ name: 'go', data: {} })
  expect((await endedRuns(database))[0]?.status).toBe('completed')
})

test('work for which a process has no room goes to another', async () => {
  let open: () => void = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const ran: string[] = []
  const named: (name: string) => Functions = (name) => (client) => [
    client.createFunction({ id: 'line', triggers: { event: 'go' } }, async ({ event }) => {
      ran.push(name)
      if (event.data.hold) await gate
    }),
  ]
  const full = await start(named('full'), { times: neverPolls, concurrency: 1 })
  await full.client.send({ name: 'go', data: { hold: true } })
  await until(() => ran.length === 1)
  await start(named('idle'), { times: neverPolls, concurrency: 1 })
  await full.client.send({ name: 'go', data: { hold: false } })
  await until(() => ran.length === 2)
  expect(ran).toEqual(['full', 'idle'])
  open()
  await endedRuns(database, { count: 2 })
})

test('a job that a process took without learning of it is freed by that process', async () => {
  const { client, runner } = await start(line)
  await client.send({ name: 'go', data: {} })
  await endedRuns(database)
  const [held] = await database.sql`
    select objid::int as owner from pg_locks where locktype = 'advisory' and classid = 4711
      and database = (select oid from pg_database where datname = current_database())`
  await database.sql`insert into runner_runs (id, function_id, event_id, events)
    values ('run_z', 'test-line', 'e', '[{"name":"go","data":{},"id":"e","ts":1}]')`
  await database.sql`insert into runner_jobs (run_id, step, kind, run_at, token, owner, lease_until)
    values ('run_z', '', 'discover', now(), 'lost', ${held?.owner}, now() + interval '20 seconds')`
  await endedRuns(database, { count: 2 })
  expect(runner.stats().calls).toBe(2)
})

test('a cron trigger starts one run a tick, however many processes there are', async () => {
  const clock: Functions = (client) => [
    client.createFunction(
      { id: 'clock', triggers: { cron: '* * * * * *' } },
      async ({ event }) => event.data,
    ),
  ]
  await start(clock)
  await start(clock)
  const runs = await endedRuns(database, { count: 3 })
  expect(runs[0]?.output).toEqual({ cron: '* * * * * *' })
  const ticks = await database.sql`select event_id from runner_runs`
  expect(new Set(ticks.map((tick) => tick.event_id)).size).toBe(ticks.length)
  const [span] = await database.sql`
    select extract(epoch from max(created_at) - min(created_at))::float8 as seconds from runner_runs`
  expect(ticks.length).toBeLessThanOrEqual(Math.ceil(span?.seconds) + 1)
})

test('functions can be replaced while the runner works', async () => {
  const { client, runner } = await start(line)
  await runner.attach(client, [
    client.createFunction({ id: 'line', triggers: { event: 'go' } }, async () => 'edited'),
  ])
  await client.send({ name: 'go', data: {} })
  expect((await endedRuns(database))[0]?.output).toBe('edited')
})

test('an option that the runner does not offer is refused at the start', async () => {
  await expect(
    start((client) => [
      client.createFunction(
        { id: 'slow', triggers: { event: 'go' }, throttle: { limit: 1, period: '1s' } },
        async () => null,
      ),
    ]),
  ).rejects.toThrow('does not offer this option')
})
