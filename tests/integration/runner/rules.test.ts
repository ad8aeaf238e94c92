import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endStep } from '@/db/queries/system/runner/end-step'
import { holdRun } from '@/db/queries/system/runner/hold-run'
import { whileAway } from '@/inngest/embedded/current-lease'
import { retryTransaction } from '@/inngest/embedded/retry-transaction'
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

async function start(
  ...given: Parameters<typeof startHarness> extends [unknown, ...infer Rest] ? Rest : never
) {
  const harness = await startHarness(database, ...given)
  harnesses.push(harness)
  return harness
}

/** A promise to be kept by hand. */
function gate() {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('locks are taken in one order', () => {
  test('runs whose children, signals and steps end at once meet no deadlock', async () => {
    const { client, runner } = await start(
      (inngest) => {
        const child = inngest.createFunction({ id: 'child', triggers: [] }, async ({ step, event }) => {
          return await step.run('work', () => event.data)
        })
        const parent = inngest.createFunction(
          { id: 'parent', triggers: { event: 'go' } },
          async ({ event, step }) => {
            await Promise.all([
              ...Array.from({ length: 4 }, (_, index) =>
                step.invoke(`c${index}`, { function: child, data: { index } }),
              ),
              ...Array.from({ length: 3 }, (_, index) => step.run(`s${index}`, () => index)),
              step.waitForSignal('w', { signal: `sig-${event.data.n}`, timeout: '20s', onConflict: 'fail' }),
            ])
            return 'done'
          },
        )
        return [child, parent]
      },
      { concurrency: 12 },
    )
    const count = 15
    for (let n = 0; n < count; n++) await client.send({ name: 'go', data: { n } })
    const open = new Set(Array.from({ length: count }, (_, n) => n))
    await until(async () => {
      for (const n of open) if (await runner.sendSignal(`sig-${n}`, n)) open.delete(n)
      return open.size === 0
    })
    const runs = await endedRuns(database, { count, functionId: 'test-parent', withinMs: 30_000 })
    expect(new Set(runs.map((run) => run.output))).toEqual(new Set(['done']))
    const [statistics] = await database.sql`
      select deadlocks::int from pg_stat_database where datname = current_database()`
    expect(statistics?.deadlocks).toBe(0)
  })

  test('an answer that is booked while a step ends waits for the run and holds nothing meanwhile', async () => {
    const within = gate()
    const inside = gate()
    let calls = 0
    const { client, runner } = await start((inngest) => [
      inngest.createFunction({ id: 'racer', triggers: { event: 'go' } }, async ({ step, group }) => {
        calls += 1
        if (calls === 2) {
          inside.open()
          await within.opened
        }
        await group.parallel({ mode: 'race' }, () =>
          Promise.all(
            ['a', 'b'].map((name) =>
              step.waitForSignal(name, { signal: name, timeout: '1h', onConflict: 'fail' }),
            ),
          ),
        )
        return 'done'
      }),
    ])
    await client.send({ name: 'go', data: {} })
    await until(async () => (await database.sql`select 1 from runner_waits`).length === 2)
    const runId = await runner.sendSignal('a', 1)
    await inside.opened
    const [open] = await database.sql`select step from runner_waits`
    await database.sql.begin(async (sql) => {
      await holdRun(sql, String(runId))
      within.open()
      await until(async () => {
        const [blocked] = await database.sql`
          select count(*)::int as count from pg_locks where not granted and pid in (
            select pid from pg_stat_activity where datname = current_database())`
        return blocked?.count === 1
      })
      await endStep(sql, { runId: String(runId), hash: open?.step, data: 1 })
    })
    expect((await endedRuns(database))[0]?.output).toBe('done')
    const [statistics] = await database.sql`
      select deadlocks::int from pg_stat_database where datname = current_database()`
    expect(statistics?.deadlocks).toBe(0)
  })

  test('a transaction that met a deadlock is made again', async () => {
    await database.sql`insert into runner_runs (id, function_id, event_id, events)
      values ('run_a', 'f', 'a', '[]'), ('run_b', 'f', 'b', '[]')`
    const first = gate()
    const second = gate()
    let attempts = 0
    const crossing = (own: string, other: string, mine: typeof first, theirs: typeof first) =>
      retryTransaction(database.sql, async (sql) => {
        attempts += 1
        await holdRun(sql, own)
        mine.open()
        await theirs.opened
        await holdRun(sql, other)
        return own
      })
    const results = await Promise.all([
      crossing('run_a', 'run_b', first, second),
      crossing('run_b', 'run_a', second, first),
    ])
    expect(results).toEqual(['run_a', 'run_b'])
    expect(attempts).toBeGreaterThanOrEqual(3)
  })
})

describe('a run has one discovery at a time', () => {
  test('steps that end during a discovery lead to one more, not to one each', async () => {
    const within = gate()
    const inside = gate()
    let discoveries = 0
    const { client, runner } = await start((inngest) => [
      inngest.createFunction({ id: 'racer', triggers: { event: 'go' } }, async ({ step, group }) => {
        discoveries += 1
        // The second discovery is held while the other steps end.
        if (discoveries === 2) {
          inside.open()
          await within.opened
        }
        await group.parallel({ mode: 'race' }, () =>
          Promise.all(
            ['a', 'b', 'c', 'd'].map((name) =>
              step.waitForSignal(name, { signal: name, timeout: '1h', onConflict: 'fail' }),
            ),
          ),
        )
        return 'done'
      }),
    ])
    await client.send({ name: 'go', data: {} })
    await until(async () => (await database.sql`select 1 from runner_waits`).length === 4)
    await runner.sendSignal('a', 1)
    await inside.opened
    for (const name of ['b', 'c']) await runner.sendSignal(name, 1)
    const jobs = await database.sql`select redo from runner_jobs where kind = 'discover'`
    expect(jobs).toEqual([{ redo: true }])
    within.open()
    await until(async () => {
      const left = await database.sql`select 1 from runner_jobs where kind = 'discover'`
      return discoveries === 3 && left.length === 0
    })
    await runner.sendSignal('d', 1)
    await endedRuns(database)
    expect(discoveries).toBe(4)
  })
})

describe('a call that lost its job is fenced', () => {
  test('its checkpoint is refused, it halts, and its answer is ignored', async () => {
    const ran: string[] = []
    const inside = gate()
    const within = gate()
    const { client, runner } = await start((inngest) => [
      inngest.createFunction({ id: 'line', triggers: { event: 'go' } }, async ({ step }) => {
        await step.run('a', async () => {
          ran.push('a')
          if (ran.length > 1) return
          inside.open()
          await within.opened
        })
        await step.run('b', () => void ran.push('b'))
        return 'done'
      }),
    ])
    await client.send({ name: 'go', data: {} })
    await inside.opened
    // Another process takes the job, as after a lease that ran out.
    await database.sql`update runner_jobs set token = 'other', owner = null`
    within.open()
    await until(() => runner.stats().underWay === 0)
    expect(ran).toEqual(['a'])
    expect(await database.sql`select 1 from runner_steps`).toHaveLength(0)
    expect(await database.sql`select token from runner_jobs`).toEqual([{ token: 'other' }])
    await database.sql`update runner_jobs set token = null, lease_until = null`
    await endedRuns(database)
    expect(ran).toEqual(['a', 'a', 'b'])
  })

  test('an answer without a checkpoint is ignored too', async () => {
    const inside = gate()
    const within = gate()
    let calls = 0
    const { client, runner } = await start((inngest) => [
      inngest.createFunction({ id: 'plain', triggers: { event: 'go' } }, async () => {
        calls += 1
        if (calls > 1) return 'second'
        inside.open()
        await within.opened
        return 'first'
      }),
    ])
    await client.send({ name: 'go', data: {} })
    await inside.opened
    await database.sql`update runner_jobs set token = 'other', owner = null`
    within.open()
    await until(() => runner.stats().underWay === 0)
    await database.sql`update runner_jobs set token = null, lease_until = null`
    expect((await endedRuns(database))[0]?.output).toBe('second')
  })
})

test('steps are planned one by one until nothing is pending any more', async () => {
  const slow = gate()
  const { client } = await start((inngest) => [
    inngest.createFunction({ id: 'fan', triggers: { event: 'go' } }, async ({ step }) => {
      await Promise.all([step.run('quick', () => 1), step.run('slow', async () => await slow.opened)])
      await step.run('after', () => 2)
      await step.sleep('nap', '1h')
    }),
  ])
  const planned = async () => (await database.sql`select force_plan from runner_runs`)[0]?.force_plan
  await client.send({ name: 'go', data: {} })
  await until(
    async () =>
      (await database.sql`select 1 from runner_steps where name = 'quick' and state = 'done'`).length === 1,
  )
  expect(await planned()).toBe(true)
  slow.open()
  await until(async () => (await database.sql`select 1 from runner_jobs where kind = 'sleep'`).length === 1)
  expect(await planned()).toBe(false)
})

test('the first result of a step stays', async () => {
  await database.sql`insert into runner_runs (id, function_id, event_id, events) values ('run_a', 'f', 'a', '[]')`
  await database.sql`insert into runner_steps (run_id, hash, name, op, state) values ('run_a', 'h', 'n', 'Sleep', 'waiting')`
  expect(await endStep(database.sql, { runId: 'run_a', hash: 'h', data: 'first' })).toBe(true)
  expect(await endStep(database.sql, { runId: 'run_a', hash: 'h', data: 'second' })).toBe(false)
  expect(await database.sql`select data from runner_steps`).toEqual([{ data: 'first' }])
})

describe('concurrency', () => {
  test('a limit holds over all processes together, by key', async () => {
    const running = new Map<string, number>()
    let most = 0
    const functions: Parameters<typeof startHarness>[1] = (inngest) => [
      inngest.createFunction(
        { id: 'limited', triggers: { event: 'go' }, concurrency: { limit: 2, key: 'event.data.team' } },
        async ({ event, step }) => {
          await step.run('work', async () => {
            const team = String(event.data.team)
            running.set(team, (running.get(team) ?? 0) + 1)
            most = Math.max(most, running.get(team) ?? 0)
            await new Promise((resolve) => setTimeout(resolve, 20))
            running.set(team, (running.get(team) ?? 0) - 1)
          })
        },
      ),
    ]
    const { client } = await start(functions)
    await start(functions)
    await client.send(
      Array.from({ length: 24 }, (_, index) => ({
        name: 'go',
        data: { team: index % 2 === 0 ? 'red' : 'blue' },
      })),
    )
    await endedRuns(database, { count: 24 })
    expect(most).toBe(2)
  })

  test('a process has no more calls under way than it may', async () => {
    let running = 0
    let most = 0
    const { client } = await start(
      (inngest) => [
        inngest.createFunction({ id: 'many', triggers: { event: 'go' } }, async () => {
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setTimeout(resolve, 10))
          running -= 1
        }),
      ],
      { concurrency: 3 },
    )
    await client.send(Array.from({ length: 12 }, () => ({ name: 'go', data: {} })))
    await endedRuns(database, { count: 12 })
    expect(most).toBe(3)
  })

  test('few calls are made at once while people wait for this process, and all of them in the end', async () => {
    let running = 0
    let most = 0
    const { client } = await start(
      (inngest) => [
        inngest.createFunction({ id: 'busy', triggers: { event: 'go' } }, async () => {
          most = Math.max(most, ++running)
          await new Promise((resolve) => setTimeout(resolve, 20))
          running -= 1
        }),
      ],
      { concurrency: 8, givesWay: () => true },
    )
    await client.send(Array.from({ length: 12 }, () => ({ name: 'go', data: {} })))
    await endedRuns(database, { count: 12 })
    expect(most).toBeLessThanOrEqual(2)
  })

  test('a call that waits for somebody outside holds up no other', async () => {
    const answered = gate()
    let waiting = 0
    const { client } = await start(
      (inngest) => [
        inngest.createFunction({ id: 'slow', triggers: { event: 'ask' } }, async () => {
          waiting += 1
          await whileAway(() => answered.opened)
        }),
        inngest.createFunction({ id: 'quick', triggers: { event: 'go' } }, async () => 'done'),
      ],
      { concurrency: 2 },
    )
    await client.send(Array.from({ length: 6 }, () => ({ name: 'ask', data: {} })))
    await until(async () => waiting === 6)
    await client.send({ name: 'go', data: {} })
    expect((await endedRuns(database, { count: 1 }))[0]).toMatchObject({ output: 'done' })
    answered.open()
    await endedRuns(database, { count: 7 })
  })
})

describe('stopping', () => {
  test('the step under way ends, the next ones are left to another process', async () => {
    const ran: string[] = []
    const inside = gate()
    const within = gate()
    const functions: (name: string) => Parameters<typeof startHarness>[1] = (name) => (inngest) => [
      inngest.createFunction({ id: 'line', triggers: { event: 'go' } }, async ({ step }) => {
        for (const id of ['a', 'b', 'c']) {
          await step.run(id, async () => {
            ran.push(`${id} in ${name}`)
            if (id !== 'a') return
            inside.open()
            await within.opened
          })
        }
      }),
    ]
    const first = await start(functions('first'))
    await first.client.send({ name: 'go', data: {} })
    await inside.opened
    const draining = first.runner.drain(5000)
    within.open()
    await draining
    expect(ran).toEqual(['a in first'])
    expect(await database.sql`select token from runner_jobs`).toEqual([{ token: null }])
    await start(functions('second'))
    await endedRuns(database)
    expect(ran).toEqual(['a in first', 'b in second', 'c in second'])
  })

  test('a call that takes too long is given back', async () => {
    const inside = gate()
    const within = gate()
    const { client, runner } = await start((inngest) => [
      inngest.createFunction({ id: 'long', triggers: { event: 'go' } }, async () => {
        inside.open()
        await within.opened
      }),
    ])
    await client.send({ name: 'go', data: {} })
    await inside.opened
    await runner.drain(50)
    expect(await database.sql`select token from runner_jobs`).toEqual([{ token: null }])
    within.open()
  })
})

describe('limits of an Inngest server hold here too', () => {
  test('more than a thousand parallel steps fail the run', async () => {
    const { client } = await start((inngest) => [
      inngest.createFunction({ id: 'wide', triggers: { event: 'go' } }, async ({ step }) => {
        await Promise.all(Array.from({ length: 1001 }, (_, index) => step.run(`s${index}`, () => index)))
      }),
    ])
    await client.send({ name: 'go', data: {} })
    expect((await endedRuns(database))[0]).toMatchObject({
      status: 'failed',
      error: { name: 'InngestErrFunctionOverflowed' },
    })
  })

  test('an output over 4 MB fails its step', async () => {
    const { client } = await start((inngest) => [
      inngest.createFunction({ id: 'big', retries: 0, triggers: { event: 'go' } }, async ({ step }) => {
        await step.run('a', () => 'x'.repeat(5_000_000))
      }),
    ])
    await client.send({ name: 'go', data: {} })
    expect((await endedRuns(database))[0]).toMatchObject({ status: 'failed' })
  })
})
