import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'

/** A PostgreSQL server process, by what it wrote of itself. */
export type Postmaster = { readonly pid: number; readonly port: number }

/**
 * The server that runs on this data folder now, if one does: an orphan that a killed parent left behind, say. The
 * first line of `postmaster.pid` is its process, the second the folder, the fourth its port.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !port || lines[1] !== data || !isAlive(pid)) return undefined
  return { pid, port }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Waits until the server answers a query. Throws its last complaint when `stillThere` turns false or time runs out. */
export async function untilReady(url: string, stillThere: () => boolean, timeoutMs = 60_000): Promise<void> {
  const until = performance.now() + timeoutMs
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
    try {
      await sql`select 1`
      return
    } catch (error) {
      if (!stillThere() || performance.now() > until) throw error
    } finally {
      await sql.end({ timeout: 1 })
    }
    await delay(50)
  }
}

/** Asks the server to stop at once but cleanly (a "fast" shutdown) and waits until it is gone. */
export async function stopPostmaster(pid: number, timeoutMs = 30_000): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const until = performance.now() + timeoutMs
  while (isAlive(pid)) {
    if (performance.now() > until)
      throw new Error(`PostgreSQL (process ${pid}) did not stop in ${timeoutMs / 1000} s.`)
    await delay(30)
  }
}
