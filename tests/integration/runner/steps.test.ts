import { NonRetriableError, RetryAfterError } from 'inngest'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { currentLease } from '@/inngest/embedded/current-lease'
import { type TestDatabase, testDatabase } from '../../support/database'
import { endedRuns, type Harness, startHarness } from './support/runner-harness'

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

describe('steps', () => {
  test('a sequence runs in one call, each step once', async () => {
    const ran: string[] = []
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'line', triggers: { event: 'go' } }, async ({ event, step }) => {
        let sum = Number(event.data.start)
        for (const name of ['a', 'b', 'c']) {
          sum = await step.run(name, () => {
            ran.push(name)
            return sum + 1
          })
        }
        return { sum }
      }),
    ])
    await harness.client.send({ name: 'go', data: { start: 1 } })
    const [run] = await endedRuns(database)
    expect(run).toMatchObject({ status: 'completed', output: { sum: 4 } })
    expect(ran).toEqual(['a', 'b', 'c'])
    expect(harness.runner.stats().calls).toBe(1)
  })

  test('a step knows the lease under which it runs, by itself and beside others', async () => {
    const seen: (string | undefined)[] = []
    const look = () => void seen.push(currentLease()?.token)
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'line', triggers: { event: 'go' } }, async ({ step }) => {
        await step.run('a', look)
        await Promise.all([step.run('b', look), step.run('c', look)])
      }),
    ])
    await harness.client.send({ name: 'go', data: {} })
    await endedRuns(database)
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
    expect(seen).not.toContain(undefined)
  })

  test('a step is tried at 0, 1, 2 and the next one begins at 0', async () => {
    const attempts: string[] = []
    harness = await startHarness(database, (client) => [
      client.createFunction(
        { id: 'line', retries: 3, triggers: { event: 'go' } },
        async ({ step, attempt }) => {
          await step.run('a', () => {
            attempts.push(`a${attempt}`)
            if (attempt < 2) throw new Error('not yet')
          })
          await step.run('b', () => void attempts.push(`b${attempt}`))
          return 'done'
        },
      ),
    ])
    await harness.client.send({ name: 'go', data: {} })
    const [run] = await endedRuns(database)
    expect(run?.output).toBe('done')
    expect(attempts).toEqual(['a0', 'a1', 'a2', 'b0'])
  })

  test('an exhausted step throws into the function, which may catch it', async () => {
    let attempts = 0
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'line', retries: 1, triggers: { event: 'go' } }, async ({ step }) => {
        try {
          await step.run('a', () => {
            attempts += 1
            throw new Error('never')
          })
        } catch (error) {
          return { caught: error instanceof Error ? error.message : '' }
        }
      }),
    ])
    await harness.client.send({ name: 'go', data: {} })
    const [run] = await endedRuns(database)
    expect(run?.output).toEqual({ caught: 'never' })
    expect(attempts).toBe(2)
  })

  test('a NonRetriableError is not tried again', async () => {
    let attempts = 0
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'line', retries: 5, triggers: { event: 'go' } }, async ({ step }) => {
        await step.run('a', () => {
          attempts += 1
          throw new NonRetriableError('no use')
        })
      }),
    ])
    await harness.client.send({ name: 'go', data: {} })
    const [run] = await endedRuns(database)
    expect(run).toMatchObject({ status: 'failed', error: { message: 'no use' } })
    expect(attempts).toBe(1)
  })

  test('a RetryAfterError sets the delay itself', async () => {
    const moments: number[] = []
    harness = await startHarness(
      database,
      (client) => [
        client.createFunction({ id: 'line', retries: 1, triggers: { event: 'go' } }, async ({ step }) => {
          await step.run('a', () => {
            moments.push(performance.now())
            if (moments.length === 1) throw new RetryAfterError('later', 1000)
          })
        }),
      ],
      { times: { backoff: () => 3_600_000 } },
    )
    await harness.client.send({ name: 'go', data: {} })
    await endedRuns(database)
    const [first = 0, second = 0] = moments
    expect(second - first).toBeGreaterThan(950)
    expect(second - first).toBeLessThan(8000)
  })

  test('parallel steps run at once, and the function goes on when all have ended', async () => {
    const ran: string[] = []
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'fan', triggers: { event: 'go' } }, async ({ step }) => {
        const results = await Promise.all(
          ['a', 'b', 'c'].map((name) =>
            step.run(name, () => {
              ran.push(name)
              return name.toUpperCase()
            }),
          ),
        )
        const last = await step.run('last', () => {
          ran.push('last')
          return results.join('')
        })
        return last
      }),
    ])
    await harness.client.send({ name: 'go', data: {} })
    const [run] = await endedRuns(database)
    expect(run?.output).toBe('ABC')
    expect(ran.toSorted()).toEqual(['a', 'b', 'c', 'last'])
    expect(harness.runner.stats().calls).toBe(5)
  })

  test('a sleep ends when its time has come', async () => {
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'nap', triggers: { event: 'go' } }, async ({ step }) => {
        await step.sleep('nap', '1s')
        return 'rested'
      }),
    ])
    const began = performance.now()
    await harness.client.send({ name: 'go', data: {} })
    const [run] = await endedRuns(database)
    expect(run?.output).toBe('rested')
    expect(performance.now() - began).toBeGreaterThan(990)
    expect(performance.now() - began).toBeLessThan(8000)
  })

  test('the same event sent twice starts one run', async () => {
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'line', triggers: { event: 'go' } }, async () => 'done'),
    ])
    await harness.client.send({ id: 'one', name: 'go', data: {} })
    await harness.client.send({ id: 'one', name: 'go', data: {} })
    await harness.client.send({ id: 'two', name: 'go', data: {} })
    expect(await endedRuns(database, { count: 2 })).toHaveLength(2)
  })

  test('a text with U+0000 comes back as it was', async () => {
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'line', triggers: { event: 'go' } }, async ({ step }) => {
        const text = await step.run('a', () => 'x\u0000y')
        await step.sleep('nap', '1s')
        return text
      }),
    ])
    await harness.client.send({ name: 'go', data: {} })
    const [run] = await endedRuns(database)
    expect(run?.output).toBe('x\u0000y')
  })
})
