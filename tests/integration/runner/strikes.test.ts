import { afterEach, beforeEach, expect, test } from 'vitest'
import { leaseJobs } from '@/db/queries/system/runner/lease-jobs'
import { ownerLock } from '@/db/queries/system/runner/presence'
import {
  findPoisonedRuns,
  freeExpiredJobs,
  freeJobsOfTheDead,
  hasSuspects,
} from '@/db/queries/system/runner/strike-jobs'
import { suspectFrom, weights } from '@/inngest/embedded/poisoned'
import { type TestDatabase, testDatabase } from '../../support/database'
import { longWork } from './support/long-work'
import { type Harness, startHarness } from './support/runner-harness'

let database: TestDatabase
let sender: Harness

beforeEach(async () => {
  database = await testDatabase()
  sender = await startHarness(database, (client) => longWork(client, () => {}), { leasing: false })
})
afterEach(async () => {
  await sender.stop()
  await database.close()
})

const send = (count: number) =>
  sender.client.send(Array.from({ length: count }, (_, run) => ({ name: 'work', data: { run } })))

const all = { from: 0, below: weights.enough }
let processes = 100

/** A process that shows no lock, and so is dead, has taken all that is due. */
async function dieAtWork(strikes = all): Promise<number> {
  const jobs = await leaseJobs(database.sql, { owner: ++processes, count: 10, leaseMs: 30_000, strikes })
  await freeJobsOfTheDead(database.sql, { ownerLock, owner: 1, weights })
  return jobs.length
}

const poisonedRuns = () => findPoisonedRuns(database.sql, weights.enough)

test('a run is parked once its process has ended three times with nothing beside it, not sooner', async () => {
  await send(1)
  await dieAtWork()
  await dieAtWork()
  expect(await poisonedRuns()).toEqual([])
  await dieAtWork()
  expect(await poisonedRuns()).toHaveLength(1)
  // Nobody takes it any more.
  expect(await dieAtWork()).toBe(0)
})

test('ends in company say little, but make each call one to be made alone', async () => {
  await send(3)
  await dieAtWork()
  expect(await hasSuspects(database.sql, suspectFrom)).toBe(false)
  await dieAtWork()
  expect(await hasSuspects(database.sql, suspectFrom)).toBe(true)
  expect(await dieAtWork({ from: 0, below: suspectFrom })).toBe(0)
  for (let more = 0; more < 4; more++) await dieAtWork()
  expect(await poisonedRuns()).toEqual([])
})

test('a call beside which something is always under way is parked in the end too', async () => {
  await send(2)
  let ends = 0
  while ((await poisonedRuns()).length === 0 && ends < 20) ends += (await dieAtWork()) > 0 ? 1 : 0
  expect(ends).toBe(weights.enough)
})

test('a run that comes further begins anew', async () => {
  await send(1)
  for (let ends = 0; ends < 6; ends++) {
    await dieAtWork()
    await database.sql`
      insert into runner_steps (run_id, hash, name, op, state, data)
      select id, ${`step ${ends}`}, 'step', 'StepRun', 'done', 'null' from runner_runs`
  }
  expect(await poisonedRuns()).toEqual([])
})

test('a lease that runs out counts as an end of its process', async () => {
  await send(1)
  for (let ends = 0; ends < 3; ends++) {
    await leaseJobs(database.sql, { owner: ++processes, count: 10, leaseMs: -1, strikes: all })
    await freeExpiredJobs(database.sql, weights)
  }
  expect(await poisonedRuns()).toHaveLength(1)
})
