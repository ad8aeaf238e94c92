import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/database'
import { longWork, stepsOfLongWork } from './support/long-work'
import { endedRuns, type Harness, startHarness, until } from './support/runner-harness'

const program = fileURLToPath(new URL('./support/runner-process.ts', import.meta.url))

let database: TestDatabase
let folder: string
let children: ChildProcess[] = []
let sender: Harness

beforeEach(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'handrail-runner-'))
  sender = await startHarness(database, (client) => longWork(client, () => {}), { leasing: false })
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await sender.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

const notes = () => join(folder, 'notes')

async function startProcess(leaseMs = 30_000): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, database.url, notes(), String(leaseMs)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])
  return child
}

const noted = () => {
  try {
    return readFileSync(notes(), 'utf8').trim().split('\n')
  } catch {
    return []
  }
}

/** How many steps ran twice, among all runs. */
function repeats(): number {
  const steps = noted().map((line) => line.slice(line.indexOf(' ') + 1))
  return steps.length - new Set(steps).size
}

async function sendWork(count: number) {
  await sender.client.send(Array.from({ length: count }, (_, run) => ({ name: 'work', data: { run } })))
}

async function expectAllRight(count: number) {
  const runs = await endedRuns(database, { count, functionId: 'test-long-work', withinMs: 40_000 })
  expect(runs.map((run) => [run.status, run.output])).toEqual(
    Array.from({ length: count }, () => ['completed', 'abcdefpqrxyzend']),
  )
  const steps = noted().map((line) => line.slice(line.indexOf(' ') + 1))
  expect(new Set(steps).size).toBe(count * stepsOfLongWork)
  expect(await database.sql`select 1 from runner_jobs`).toHaveLength(0)
  expect(await database.sql`select 1 from runner_waits`).toHaveLength(0)
}

test('a killed process is found by its lock, and another one takes its work over', async () => {
  const count = 10
  const [first] = await Promise.all([startProcess(), startProcess()])
  await sendWork(count)
  await until(() => noted().length > 20)
  const died = performance.now()
  first?.kill('SIGKILL')
  await until(async () => {
    const [row] = await database.sql`
      select count(*)::int as held from runner_jobs where token is not null and lease_until > now() + interval '1 minute'`
    return row?.held === 0
  })
  await expectAllRight(count)
  // Far sooner than the lease of 30 s.
  expect(performance.now() - died).toBeLessThan(20_000)
  // Only what was under way at the kill may have run twice; nothing that was stored.
  expect(repeats()).toBeLessThanOrEqual(16)
})

test('after kills in a row nothing is lost', async () => {
  const count = 12
  let child = await startProcess()
  await sendWork(count)
  for (const mark of [10, 40, 80]) {
    await until(() => noted().length > mark)
    child.kill('SIGKILL')
    child = await startProcess()
  }
  await expectAllRight(count)
  expect(repeats()).toBeLessThanOrEqual(3 * 16)
})

test('a process that was frozen beyond its lease changes nothing when it wakes', async () => {
  const count = 6
  const frozen = await startProcess(1500)
  await sendWork(count)
  await until(() => noted().length > 12)
  frozen.kill('SIGSTOP')
  await startProcess(1500)
  await until(async () => {
    const [row] = await database.sql`
      select count(distinct owner)::int as owners from runner_jobs where lease_until < now()`
    return row?.owners === 0 && noted().some((line) => !line.startsWith(`${frozen.pid} `))
  })
  frozen.kill('SIGCONT')
  await expectAllRight(count)
})

test('a stopped process ends at once and leaves its work to the next', async () => {
  const count = 6
  const first = await startProcess()
  await sendWork(count)
  await until(() => noted().length > 12)
  first.kill('SIGTERM')
  await once(first, 'exit')
  const [row] = await database.sql`select count(*)::int as held from runner_jobs where token is not null`
  expect(row?.held).toBe(0)
  await startProcess()
  await expectAllRight(count)
  expect(repeats()).toBe(0)
})

test('when the database drops every connection, the work goes on', async () => {
  const count = 8
  await startProcess()
  await sendWork(count)
  await until(() => noted().length > 12)
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await expectAllRight(count)
  expect(repeats()).toBeLessThanOrEqual(16)
})

test('a run that ends its process each time is parked after it did so alone three times, and the others go on', async () => {
  const works = Array.from({ length: 20 }, (_, run) => ({ name: 'work', data: { run } }))
  await sender.client.send([...works.slice(0, 10), { name: 'poison', data: {} }, ...works.slice(10)])
  let starts = 0
  const isOver = async () =>
    (await database.sql`select 1 from runner_runs where status = 'running'`).length === 0
  while (starts < 8 && !(await isOver())) {
    starts += 1
    const process = await startProcess()
    await until(async () => process.signalCode !== null || (await isOver()), 60_000)
  }
  const [poisoned] = await endedRuns(database, { functionId: 'test-poison' })
  expect(poisoned).toMatchObject({ status: 'failed', error: { name: 'HandrailPoisonedRun' } })
  // Twice among the others, three times alone, and once more for what is left.
  expect(starts).toBeLessThanOrEqual(6)
  const good = await endedRuns(database, { functionId: 'test-long-work', count: 20 })
  expect(good.filter(({ status }) => status !== 'completed')).toEqual([])
}, 120_000)
