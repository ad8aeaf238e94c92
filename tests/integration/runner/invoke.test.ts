import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/database'
import { endedRuns, type Harness, startHarness, until } from './support/runner-harness'

let database: TestDatabase
let harness: Harness | undefined

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  await harness?.stop()
  harness = undefined
  await database.close()
})

const startFamily = () =>
  startHarness(database, (client) => {
    const child = client.createFunction(
      { id: 'child', retries: 0, triggers: [], cancelOn: [{ event: 'stop', match: 'data.root' }] },
      async ({ event, step }) => {
        const { root, mode }: Record<string, unknown> = event.data
        if (mode === 'fail') throw new Error('child broke')
        if (mode === 'wait') await step.sleep('long', '1h')
        return await step.run('answer', () => `from ${root}`)
      },
    )
    const parent = client.createFunction(
      {
        id: 'parent',
        retries: 0,
        triggers: { event: 'go' },
        cancelOn: [{ event: 'stop', match: 'data.root' }],
      },
      async ({ event, step }) => {
        try {
          const answers = await Promise.all(
            Array.from({ length: event.data.count ?? 1 }, (_, index) =>
              step.invoke(`child-${index}`, {
                function: child,
                data: { ...event.data, root: event.data.root ?? 'x' },
                ...(event.data.timeout ? { timeout: event.data.timeout } : {}),
              }),
            ),
          )
          return { answers, next: await step.run('next', () => 'went on') }
        } catch (error) {
          return { caught: error instanceof Error ? error.message : '' }
        }
      },
    )
    return [child, parent]
  })

const parentRun = async () => (await endedRuns(database, { functionId: 'test-parent' }))[0]

test('the result of an invoked function comes back', async () => {
  harness = await startFamily()
  await harness.client.send({ name: 'go', data: { root: 'r' } })
  expect((await parentRun())?.output).toEqual({ answers: ['from r'], next: 'went on' })
})

test('many are invoked at once', async () => {
  harness = await startFamily()
  await harness.client.send({ name: 'go', data: { root: 'r', count: 20 } })
  const run = await parentRun()
  expect(run?.output).toEqual({ answers: Array.from({ length: 20 }, () => 'from r'), next: 'went on' })
})

test('the error of an invoked function is thrown', async () => {
  harness = await startFamily()
  await harness.client.send({ name: 'go', data: { mode: 'fail' } })
  expect((await parentRun())?.output).toEqual({ caught: 'child broke' })
})

test('an invoked function that does not end in time is an error', async () => {
  harness = await startFamily()
  await harness.client.send({ name: 'go', data: { mode: 'wait', timeout: '1s' } })
  expect((await parentRun())?.output).toEqual({ caught: 'The invoked function did not end in time.' })
})

test('one event cancels a run and what it invoked', async () => {
  harness = await startFamily()
  await harness.client.send({ name: 'go', data: { mode: 'wait', root: 'r', count: 3 } })
  await until(async () => (await database.sql`select 1 from runner_jobs where kind = 'sleep'`).length === 3)
  await harness.client.send({ name: 'stop', data: { root: 'r' } })
  const runs = await endedRuns(database, { count: 4 })
  expect(runs.map((run) => run.status)).toEqual(Array.from({ length: 4 }, () => 'cancelled'))
  expect(await database.sql`select 1 from runner_jobs`).toHaveLength(0)
  expect(await database.sql`select 1 from runner_waits`).toHaveLength(0)
})

test('invoking a function that does not exist is an error of that step', async () => {
  harness = await startHarness(database, (client) => {
    const missing = client.createFunction({ id: 'missing', triggers: [] }, async () => null)
    const parent = client.createFunction(
      { id: 'parent', retries: 0, triggers: { event: 'go' } },
      async ({ step }) => {
        await step.invoke('child', { function: missing, data: {} })
      },
    )
    return [parent]
  })
  await harness.client.send({ name: 'go', data: {} })
  expect(await parentRun()).toMatchObject({
    status: 'failed',
    error: { message: 'There is no function "test-missing" to invoke.' },
  })
})
