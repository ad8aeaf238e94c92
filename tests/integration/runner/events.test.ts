import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findWaits, lockEventNames } from '@/db/queries/system/runner/find-waits'
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

const waits = async () => (await database.sql`select 1 from runner_waits`).length

const startWaiting = (options: { match?: string; if?: string; timeout?: string }) =>
  startHarness(database, (client) => [
    client.createFunction({ id: 'wait', triggers: { event: 'go' } }, async ({ step }) => {
      const found = await step.waitForEvent('wait', { event: 'answer', timeout: '1h', ...options })
      return found?.data ?? null
    }),
  ])

describe('waiting for an event', () => {
  test('an event that a parallel step sends is received', async () => {
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'wait', triggers: { event: 'go' } }, async ({ step }) => {
        const [found] = await Promise.all([
          step.waitForEvent('wait', { event: 'answer', timeout: '5s' }),
          step.run('send', async () => {
            await client.send({ name: 'answer', data: { word: 'yes' } })
          }),
        ])
        return found?.data
      }),
    ])
    for (let index = 0; index < 20; index++) await harness.client.send({ name: 'go', data: {} })
    const runs = await endedRuns(database, { count: 20 })
    expect(runs.map((run) => run.output)).toEqual(Array.from({ length: 20 }, () => ({ word: 'yes' })))
  })

  test('an event that comes before the wait is missed, and the wait ends with nothing', async () => {
    harness = await startWaiting({ timeout: '1s' })
    await harness.client.send({ name: 'answer', data: {} })
    await harness.client.send({ name: 'go', data: {} })
    expect((await endedRuns(database))[0]).toMatchObject({ status: 'completed', output: null })
  })

  test('an event is taken in only after a registration of its wait that is under way', async () => {
    harness = await startWaiting({})
    await harness.client.send({ name: 'go', data: {} })
    await until(async () => (await waits()) === 1)
    const [wait] = await database.sql`delete from runner_waits returning *`
    let sending: Promise<unknown> | undefined
    await database.sql.begin(async (sql) => {
      await lockEventNames(sql, ['answer'], 'waited for')
      sending = harness?.client.send({ name: 'answer', data: { late: true } })
      // The event must be blocked by now: it waits for the names that this transaction holds.
      await until(async () => {
        const [blocked] = await database.sql`
          select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`
        return blocked?.count === 1
      })
      await sql`insert into runner_waits ${sql({ run_id: wait?.run_id, step: wait?.step, event: 'answer' })}`
    })
    await sending
    expect((await endedRuns(database))[0]?.output).toEqual({ late: true })
  })

  test('a wait is registered only after an event of its name that is being taken in', async () => {
    harness = await startWaiting({})
    await database.sql.begin(async (sql) => {
      await lockEventNames(sql, ['answer'], 'taken in')
      await harness?.client.send({ name: 'go', data: {} })
      await until(async () => {
        const [blocked] = await database.sql`
          select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`
        return blocked?.count === 1
      })
      expect(await waits()).toBe(0)
    })
    await until(async () => (await waits()) === 1)
  })

  test('match takes the event with the same value', async () => {
    harness = await startWaiting({ match: 'data.order.id' })
    await harness.client.send({ name: 'go', data: { order: { id: 1 } } })
    await harness.client.send({ name: 'go', data: { order: { id: 2 } } })
    await until(async () => (await waits()) === 2)
    await harness.client.send({ name: 'answer', data: { order: { id: '1' } } })
    await harness.client.send({ name: 'answer', data: { order: { id: 2 }, word: 'second' } })
    const runs = await endedRuns(database)
    expect(runs.map((run) => run.output)).toEqual([{ order: { id: 2 }, word: 'second' }])
    expect(await waits()).toBe(1)
  })

  test('if takes the event for which the expression holds', async () => {
    harness = await startWaiting({ if: 'async.data.sum > event.data.least && async.data.ok == true' })
    await harness.client.send({ name: 'go', data: { least: 10, text: 'x\u0000y' } })
    await until(async () => (await waits()) === 1)
    await harness.client.send({ name: 'answer', data: { sum: 5, ok: true } })
    await harness.client.send({ name: 'answer', data: { other: 11 } })
    await harness.client.send({ name: 'answer', data: { sum: 11, ok: true } })
    expect((await endedRuns(database))[0]?.output).toEqual({ sum: 11, ok: true })
  })

  test('among thousands of waits an event finds its own by index', async () => {
    harness = await startWaiting({ match: 'data.id' })
    await harness.client.send({ name: 'go', data: { id: 'mine' } })
    await until(async () => (await waits()) === 1)
    await database.sql`
      insert into runner_runs (id, function_id, event_id, events)
      select 'other' || n, 'none', 'other' || n, '[{}]' from generate_series(1, 3000) as n`
    await database.sql`
      insert into runner_waits (run_id, step, event, match_value)
      select 'other' || n, 'wait', 'answer', 'id="' || n || '"' from generate_series(1, 3000) as n`
    await database.sql`analyze runner_waits`
    const found = await findWaits(database.sql, { names: ['answer'], values: ['id="mine"'] })
    expect(found).toHaveLength(1)
    const sent = performance.now()
    await harness.client.send({ name: 'answer', data: { id: 'mine' } })
    await endedRuns(database)
    expect(performance.now() - sent).toBeLessThan(3000)
  })
})

describe('cancelling', () => {
  const startSleeping = () =>
    startHarness(database, (client) => [
      client.createFunction(
        { id: 'sleeper', triggers: { event: 'go' }, cancelOn: [{ event: 'stop', match: 'data.root' }] },
        async ({ step }) => {
          await step.sleep('long', '1h')
        },
      ),
      client.createFunction(
        { id: 'mourner', triggers: { event: 'inngest/function.cancelled' } },
        async ({ event }) => event.data.function_id,
      ),
    ])

  test('an event cancels the runs that match it, and no other', async () => {
    harness = await startSleeping()
    await harness.client.send({ name: 'go', data: { root: 'a' } })
    await harness.client.send({ name: 'go', data: { root: 'a' } })
    await harness.client.send({ name: 'go', data: { root: 'b' } })
    await until(async () => (await database.sql`select 1 from runner_jobs where kind = 'sleep'`).length === 3)
    await harness.client.send({ name: 'stop', data: { root: 'a' } })
    const runs = await endedRuns(database, { count: 2, functionId: 'test-sleeper' })
    expect(runs.map((run) => run.status)).toEqual(['cancelled', 'cancelled'])
    expect(await database.sql`select 1 from runner_jobs where kind = 'sleep'`).toHaveLength(1)
  })

  test('functions that listen for cancelled runs are started', async () => {
    harness = await startSleeping()
    await harness.client.send({ name: 'go', data: { root: 'a' } })
    await until(async () => (await database.sql`select 1 from runner_jobs where kind = 'sleep'`).length === 1)
    await harness.client.send({ name: 'stop', data: { root: 'a' } })
    const [run] = await endedRuns(database, { functionId: 'test-mourner' })
    expect(run?.output).toBe('test-sleeper')
  })

  test('a call under way halts at its next step', async () => {
    const ran: string[] = []
    let go: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    harness = await startHarness(database, (client) => [
      client.createFunction(
        { id: 'line', triggers: { event: 'go' }, cancelOn: [{ event: 'stop' }] },
        async ({ step }) => {
          await step.run('a', async () => {
            ran.push('a')
            await gate
          })
          await step.run('b', () => void ran.push('b'))
        },
      ),
    ])
    const { runner } = harness
    await harness.client.send({ name: 'go', data: {} })
    await until(() => ran.length === 1)
    await harness.client.send({ name: 'stop', data: {} })
    go()
    await until(() => runner.stats().underWay === 0)
    expect(ran).toEqual(['a'])
    expect((await endedRuns(database))[0]?.status).toBe('cancelled')
  })
})

describe('the end of a run is told', () => {
  test('onFailure gets the error and the event', async () => {
    harness = await startHarness(database, (client) => [
      client.createFunction(
        {
          id: 'breaker',
          retries: 0,
          triggers: { event: 'go' },
          onFailure: async ({ error, event }) => ({
            message: error.message,
            data: event.data.event.data,
          }),
        },
        async () => {
          throw new Error('broken')
        },
      ),
    ])
    await harness.client.send({ name: 'go', data: { a: 1 } })
    const [handled] = await endedRuns(database, { functionId: 'test-breaker-failure' })
    expect(handled?.output).toEqual({ message: 'broken', data: { a: 1 } })
  })

  test('a run that waits for the end of others hears of it', async () => {
    harness = await startHarness(database, (client) => [
      client.createFunction({ id: 'watcher', triggers: { event: 'watch' } }, async ({ step }) => {
        const end = await step.waitForEvent('end', {
          event: 'inngest/function.finished',
          if: "async.data.function_id == 'test-line'",
          timeout: '5s',
        })
        return end?.data.result
      }),
      client.createFunction({ id: 'line', triggers: { event: 'go' } }, async () => 'done'),
    ])
    await harness.client.send({ name: 'watch', data: {} })
    await until(async () => (await waits()) === 1)
    await harness.client.send({ name: 'go', data: {} })
    expect((await endedRuns(database, { functionId: 'test-watcher' }))[0]?.output).toBe('done')
  })

  test('a crash between the end and its telling loses nothing', async () => {
    harness = await startHarness(
      database,
      (client) => [
        client.createFunction(
          { id: 'breaker', retries: 0, triggers: { event: 'go' }, onFailure: async () => 'handled' },
          async () => {
            throw new Error('broken')
          },
        ),
      ],
      { leasing: false },
    )
    await database.sql`insert into runner_runs (id, function_id, event_id, events, status, error, ended_at)
      values ('run_0', 'test-breaker', 'e', '[{"name":"go","data":{},"id":"e","ts":1}]', 'failed',
        '{"name":"Error","message":"broken"}', now())`
    await database.sql`insert into runner_jobs (run_id, step, kind, run_at, token, owner, lease_until)
      values ('run_0', '', 'announce', now(), 'lost', 1, now() + interval '1 hour')`
    await harness.runner.start()
    const [handled] = await endedRuns(database, { functionId: 'test-breaker-failure' })
    expect(handled?.output).toBe('handled')
  })
})
