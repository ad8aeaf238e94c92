import { spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { migrationsOf, tablesInOrder } from '../../db/backup/tables'
import { migrate } from '../../db/migrate'
import { removeData } from '../support/app-process'
import { storeHistory } from '../support/history'
import { startBeside } from './beside'
import { fillFrom, migrateTo, releases } from './older-schema'
import type { Finding } from './report'
import { approvalOnly, publish, settle } from './workload'
import { must, type World } from './world'

const mostStallMs = 5_000

/**
 * F25: databases of every earlier schema, full of history and with runs that wait for people, are brought to the present
 * one while somebody writes. A migration that is broken off changes nothing; what waited goes on.
 */
export async function migrations(world: World, runs: number, say: (line: string) => void): Promise<Finding> {
  const earlier = releases().slice(0, -1)
  const workflow = await publish(world, 'F25', approvalOnly(world))
  await storeHistory(world.sql, { workflow, runs, stepsEach: 2, series: 'f25' })
  const waitingEach = Math.max(5, Math.ceil(runs / 200 / earlier.length))
  const results: Result[] = []
  const all: string[] = []
  for (const release of earlier) {
    const waiting = await startWaiting(world, workflow, waitingEach)
    all.push(...waiting)
    const result = await fromRelease(world, release, waiting)
    results.push(result)
    say(
      `F25: from ${release} in ${result.seconds.toFixed(1)} s, writes stood still for ${result.stallMs.toFixed(0)} ms at most`,
    )
  }
  await Promise.all(all.map((run) => world.api.post(`/runs/${run}/cancel`, {})))
  await world.sql`delete from runs where id like 'run\\_f25%'`
  const stall = Math.max(...results.map(({ stallMs }) => stallMs))
  const wrong = results.flatMap(({ failed }) => failed)
  if (stall > mostStallMs) wrong.push(`a write stood still for ${stall.toFixed(0)} ms`)
  return {
    id: 'F25',
    what: 'migrations of populated databases under writes, each broken off once',
    n: earlier.length,
    lost: results.reduce((sum, { lost }) => sum + lost, 0),
    doubled: 0,
    failed: wrong,
    unknown: [],
    recoveries: results.map(({ seconds }) => seconds * 1_000),
    notes: [
      `from each of ${earlier.length} earlier schemas with ${runs} runs, and ${waitingEach} that waited for people and went on; a write stood still for ${stall.toFixed(0)} ms at most (goal ${mostStallMs}); recovery: the time of the migration`,
    ],
  }
}

type Result = {
  readonly seconds: number
  readonly stallMs: number
  readonly lost: number
  readonly failed: readonly string[]
}

async function startWaiting(world: World, workflow: string, count: number): Promise<string[]> {
  const ids = await Promise.all(
    Array.from({ length: count }, async (_, n) =>
      // Started by the operator, so that the owner may decide.
      String(must(await world.second.post(`/workflows/${workflow}/runs`, { input: { n } })).id),
    ),
  )
  for (;;) {
    const [row] = await world.sql<{ open: number }[]>`
      select count(*)::int as open from runs where id = any(${ids}) and status <> 'waiting'`
    if (row?.open === 0) return ids
    await delay(50)
  }
}

async function fromRelease(world: World, release: string, waiting: readonly string[]): Promise<Result> {
  const name = `handrail_of_${release.slice(0, 4)}`
  await world.sql`create database ${world.sql(name)}`
  const url = world.databaseUrl.replace(/\/handrail$/, `/${name}`)
  const sql = postgres(url, { max: 3, onnotice: () => {} })
  try {
    await migrateTo(sql, release)
    await fillFrom(world.sql, sql)
    const failed = (await brokenOff(sql, url))
      ? []
      : [`${release}: a migration that was broken off left traces`]
    const before = await countRuns(sql)
    const writer = startWriter(sql)
    await delay(100)
    const begun = performance.now()
    await migrate(url)
    const seconds = (performance.now() - begun) / 1_000
    await delay(100)
    const { written, stallMs, errors } = await writer.stop()
    failed.push(...errors.map((error) => `${release}: ${error}`))
    const missing = before + written - (await countRuns(sql))
    const stuck = await goOn(world, { url, sql, waiting })
    return {
      seconds,
      stallMs,
      lost: Math.max(0, missing),
      failed: [...failed, ...stuck.map((one) => `${release}: ${one}`)],
    }
  } finally {
    await sql.end()
    await world.sql`drop database ${world.sql(name)} with (force)`
  }
}

/** Ends a migration in its middle, and says whether nothing of it is left and what there was still takes writes. */
async function brokenOff(sql: postgres.Sql, url: string): Promise<boolean> {
  const shape = async () => JSON.stringify([await migrationsOf(sql), await tablesInOrder(sql)])
  const before = await shape()
  const outcome = await sql.begin(async (tx) => {
    // Whoever changes the table waits for this one to end, with all that it has changed by then.
    await tx`lock table runs in row exclusive mode`
    const migrating = migrateApart(url)
    for (;;) {
      // Outside the transaction, which would go on seeing who was there at its first look.
      const [blocked] = await sql<{ pid: number }[]>`
        select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`
      if (blocked) {
        await sql`select pg_terminate_backend(${blocked.pid})`
        return migrating
      }
      await delay(5)
    }
  })
  await sql`update runs set revision = revision + 1 where id = (select min(id) from runs)`
  return outcome === 'failed' && (await shape()) === before
}

/** As a process that starts does it. Answers how that ended. */
function migrateApart(url: string): Promise<'done' | 'failed'> {
  const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
  const script = [
    path('../../node_modules/tsx/dist/cli.mjs'),
    '--conditions=react-server',
    path('migrate-main.ts'),
  ]
  const child = spawn(process.execPath, [...script, url], { stdio: 'ignore' })
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code === 0 ? 'done' : 'failed'))
  })
}

/** Writes as a process of the earlier version would: into the columns that it knows. */
function startWriter(sql: postgres.Sql) {
  const stopping = new AbortController()
  const errors: string[] = []
  let written = 0
  let stallMs = 0
  const done = (async () => {
    const tables = await tablesInOrder(sql)
    const known = tables.find(({ name }) => name === 'runs')?.columns ?? []
    const columns = sql.unsafe(known.filter((column) => column !== 'id').join(', '))
    while (!stopping.signal.aborted && errors.length === 0) {
      const begun = performance.now()
      try {
        await sql`
          insert into runs (id, ${columns})
          select ${`run_f25w${String(written).padStart(22, '0')}`}, ${columns} from runs
          where id = (select max(id) from runs where id like 'run\\_f250%')`
        written++
      } catch (error) {
        errors.push(`a write failed: ${String(error)}`)
      }
      stallMs = Math.max(stallMs, performance.now() - begun)
      await delay(5)
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await done
      return { written, stallMs, errors }
    },
  }
}

/** The present version takes the database over: what waited is decided, and goes on. */
async function goOn(
  world: World,
  {
    url,
    sql,
    waiting,
  }: { readonly url: string; readonly sql: postgres.Sql; readonly waiting: readonly string[] },
): Promise<readonly string[]> {
  const app = await startBeside(world, { database: url })
  try {
    // Only its own: the others are those of the next releases, and their messages are theirs to send.
    await sql`update approvals set status = 'cancelled' where not (run_id = any(${[...waiting]}))`
    const owner = world.at(app.url)
    const copy: World = { ...world, sql, databaseUrl: url, app: () => app, api: owner, second: owner }
    return (await settle(copy, waiting, { timeoutMs: 60_000 })).failed
  } finally {
    await app.stop()
    removeData(app)
  }
}

async function countRuns(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from runs`
  return row?.count ?? 0
}
