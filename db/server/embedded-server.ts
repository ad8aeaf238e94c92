import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { asUser, type Cluster, prepareCluster } from './cluster.ts'
import { freePort } from './free-port.ts'
import { runningPostmaster, stopPostmaster, untilReady } from './postmaster.ts'

/** A PostgreSQL server of our own on loopback. */
export type EmbeddedServer = {
  /** The address of the database `handrail` in it. */
  readonly url: string
  urlOf(database: string): string
  readonly pid: () => number
  /** Stops it cleanly, and for good. */
  stop(): Promise<void>
}

/**
 * Serves the PostgreSQL cluster that belongs to `directory` (made on first use) on a free loopback port. A server that
 * is already running on it is taken over. One that dies is started again on the same port until `stop` is called. It
 * leads a session of its own, so that a Ctrl-C in the terminal reaches us and not it: the application drains first.
 */
export async function startEmbeddedServer(directory: string): Promise<EmbeddedServer> {
  const cluster = prepareCluster(directory)
  const log = openSync(join(directory, 'postgres.log'), 'a', 0o600)
  let stopping = false
  const orphan = runningPostmaster(cluster.data)
  const port = orphan?.port ?? (await freePort()) ?? 0
  const urlOf = (database: string) => `postgres://handrail:${cluster.password}@127.0.0.1:${port}/${database}`
  let pid = orphan?.pid ?? 0

  const launch = async (): Promise<void> => {
    const child = spawnServer(cluster, port, log)
    pid = child.pid ?? 0
    child.once('exit', () => {
      if (!stopping) void delay(250).then(launch, () => {})
    })
    await untilReady(urlOf('postgres'), () => child.exitCode === null && child.signalCode === null)
  }

  if (orphan) await untilReady(urlOf('postgres'), () => runningPostmaster(cluster.data) !== undefined)
  else await launch()
  if (orphan) watchOrphan(orphan.pid, () => !stopping, launch)
  await ensureDatabase(urlOf('postgres'))
  return {
    url: urlOf('handrail'),
    urlOf,
    pid: () => pid,
    stop: async () => {
      stopping = true
      await stopPostmaster(pid)
    },
  }
}

function spawnServer(cluster: Cluster, port: number, log: number): ChildProcess {
  const settings: Readonly<Record<string, string | number>> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Promises rest on these three: they are PostgreSQL's defaults, said here so that nobody has to guess.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(join(cluster.binaries, 'bin', 'postgres'), ['-D', cluster.data, ...flags], {
    ...asUser(cluster.user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
}

/** An adopted server is nobody's child, so its end is noticed by looking. */
function watchOrphan(pid: number, wanted: () => boolean, launch: () => Promise<void>): void {
  const timer = setInterval(() => {
    if (!wanted()) return clearInterval(timer)
    try {
      process.kill(pid, 0)
    } catch {
      clearInterval(timer)
      launch().catch(() => {})
    }
  }, 1_000)
  timer.unref()
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'handrail'`
    if (!found) await sql`create database handrail`
  } finally {
    await sql.end()
  }
}
