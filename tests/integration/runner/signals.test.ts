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

const startWaiting = (timeout: string) =>
  startHarness(database, (client) => [
    client.createFunction({ id: 'ask', triggers: { event: 'go' } }, async ({ event, step }) => {
      const answer = step.waitForSignal('wait', {
        signal: String(event.data.signal),
        timeout,
        onConflict: 'fail',
      })
      const opened = step.run('open', () => 'opened')
      const [got, open] = await Promise.all([answer, opened])
      return { got, open }
    }),
  ])

const isWaiting = async (signal: string) =>
  (await database.sql`select 1 from runner_waits where signal = ${signal}`).length === 1

test('a signal wakes the run that waits for it, once', async () => {
  harness = await startWaiting('1h')
  expect(await harness.runner.sendSignal('apr_1', { early: true })).toBeNull()
  await harness.client.send({ name: 'go', data: { signal: 'apr_1' } })
  await until(() => isWaiting('apr_1'))
  expect(await harness.runner.sendSignal('apr_1', { decision: 'approved' })).toMatch(/^run_/)
  expect(await harness.runner.sendSignal('apr_1', { decision: 'rejected' })).toBeNull()
  const [run] = await endedRuns(database)
  expect(run?.output).toEqual({
    got: { signal: 'apr_1', data: { decision: 'approved' } },
    open: 'opened',
  })
})

test('the SDK sends signals too, and learns whether somebody waited', async () => {
  harness = await startWaiting('1h')
  expect(await harness.client.sendSignal({ signal: 'apr_1', data: 1 })).toEqual({ runId: undefined })
  await harness.client.send({ name: 'go', data: { signal: 'apr_1' } })
  await until(() => isWaiting('apr_1'))
  const { runId } = await harness.client.sendSignal({ signal: 'apr_1', data: 1 })
  const [run] = await endedRuns(database)
  expect(run?.id).toBe(runId)
})

test('a wait that nobody answers ends with nothing at its deadline', async () => {
  harness = await startWaiting('1s')
  await harness.client.send({ name: 'go', data: { signal: 'apr_1' } })
  const [run] = await endedRuns(database)
  expect(run?.output).toEqual({ got: null, open: 'opened' })
  expect(await harness.runner.sendSignal('apr_1', {})).toBeNull()
})

test('two runs cannot wait for one signal: the second one fails', async () => {
  harness = await startWaiting('1h')
  await harness.client.send({ name: 'go', data: { signal: 'apr_1' } })
  await until(() => isWaiting('apr_1'))
  await harness.client.send({ name: 'go', data: { signal: 'apr_1' } })
  const [run] = await endedRuns(database)
  expect(run?.status).toBe('failed')
  expect(JSON.stringify(run?.error)).toContain('Signal conflict')
})
