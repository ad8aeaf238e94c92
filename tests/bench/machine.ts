import { readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'
import type postgres from 'postgres'

const promised = ['fsync', 'synchronous_commit', 'full_page_writes'] as const
const sizes = ['shared_buffers', 'max_connections', 'work_mem', 'wal_compression'] as const

/** What the figures were measured on, with the settings that durability rests on as the database itself says them. */
export async function describeMachine(sql: postgres.Sql): Promise<string[]> {
  const [version] = await sql<{ version: string }[]>`select split_part(version(), ' ', 2) as version`
  const read = async (names: readonly string[]) => {
    const values: string[] = []
    for (const name of names) {
      const [row] = await sql.unsafe(`show ${name}`)
      values.push(`${name} ${String(row?.[name])}`)
    }
    return values.join(', ')
  }
  return [
    `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Linux ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${version?.version}; application, database and the callers on this one machine`,
    `by SHOW: ${await read(promised)}; ${await read(sizes)}`,
    `load before the start: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  ]
}

/** What else the machine does: runnable processes over the last minute. Stands beside each figure. */
export const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1)

export const onLinux = (): boolean => {
  try {
    return readFileSync('/proc/self/smaps_rollup', 'utf8').includes('Pss:')
  } catch {
    return false
  }
}
