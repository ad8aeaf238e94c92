import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { asUser, type Cluster, prepareCluster } from './cluster.ts'
import { freePort } from './free-port.ts'
import { isAlive, type Postmaster, runningPostmaster, stopPostmaster, untilReady } from './postmaster.ts'

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
    const left = new Promise((resolve) => child.once('exit', resolve))
    await untilReady(urlOf('postgres'), () => child.exitCode === null && child.signalCode === null)
    void left.then(relaunch)
  }

  const adopt = async (found: Postmaster): Promise<void> => {
    pid = found.pid
    await untilReady(urlOf('postgres'), () => isAlive(found.pid))
    void untilGone(found.pid, () => stopping).then(relaunch)
  }

  /** Runs until there is a server again: ours, or one that somebody else started on this folder meanwhile. */
  const relaunch = async (): Promise<void> => {
    while (!stopping) {
      await delay(250)
      const found = runningPostmaster(cluster.data)
      const again = found ? adopt(found) : launch()
      if (
        await again.then(
          () => true,
          () => false,
        )
      )
        return
    }
  }

  if (orphan) await adopt(orphan)
  else await launch()
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
async function untilGone(pid: number, isOver: () => boolean): Promise<void> {
  while (isAlive(pid) && !isOver()) await delay(1_000, undefined, { ref: false })
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
