import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { runNode } from '../../bin/steps/run-command'
import { removeData } from '../support/app-process'
import { startBeside } from './beside'
import type { Counts } from './far-side'
import { startLoad } from './load'
import type { Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import type { World } from './world'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * F28: a backup is taken under load, the installation ends, and another one is started on the restored copy, by the
 * commands of the documentation. Every run that is in the backup ends there, and nothing that is recorded in it as sent is
 * done again.
 */
export async function backupAndRestore(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const recoveries: number[] = []
  const wrong: string[] = []
  const unknown: string[] = []
  let [doubled, repeated, runs, lost] = [0, 0, 0, 0]
  for (let time = 0; time < times; time++) {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-backup-'))
    const workflow = await publish(world, `F28 ${time}`, oneMessage(world))
    const load = startLoad(() => world.api, workflow, 30)
    await delay(3_000)
    say(await backup([folder], { HANDRAIL_DATA_DIR: world.app().directory }))
    await world.app().kill()
    await load.stop()
    const name = `handrail_restored_${time}`
    await world.sql`create database ${world.sql(name)}`
    const url = world.databaseUrl.replace(/\/handrail$/, `/${name}`)
    say(await backup(['--restore', folder], { DATABASE_URL: url }))
    const result = await onCopy(world, url, workflow)
    recoveries.push(result.recovery)
    doubled += result.doubled
    repeated += result.repeated
    runs += result.runs
    lost += result.lost
    unknown.push(...result.unknown)
    wrong.push(...result.failed)
    rmSync(folder, { recursive: true })
    // The original must not go on beside the copy: its runs end here.
    await world.sql`delete from runner_jobs`
    await world.restart()
    await Promise.all(load.accepted.map((run) => world.api.post(`/runs/${run}/cancel`, {})))
    await world.sql`drop database ${world.sql(name)} with (force)`
  }
  say(`F28: ${runs} runs in ${times} backups`)
  return {
    id: 'F28',
    what: 'a backup under load, restored elsewhere and carried on there, as documented',
    n: times,
    lost,
    doubled,
    failed: wrong,
    unknown,
    recoveries,
    notes: [
      `${runs} runs in the backups; recovery: from the start on the copy until all of them have ended`,
      `${repeated} effects were done a second time, as documented: the first had been sent after the moment of the backup`,
    ],
  }
}

/** `npm run backup`, as the operator calls it. */
async function backup(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const end = await runNode(join(root, 'bin/run.mjs'), ['backup', ...words], { cwd: root, show: false, env })
  if (end.code !== 0) throw new Error(`npm run backup -- ${words.join(' ')} failed:\n${end.output}`)
  return end.output.trim()
}

async function onCopy(world: World, url: string, workflow: string) {
  const sql = postgres(url, { max: 2, onnotice: () => {} })
  const recorded = await sql<{ key: string }[]>`select key from effects where status <> 'intended'`
  const rows = await sql<{ id: string }[]>`select id from runs where workflow_id = ${workflow}`
  const ids = rows.map(({ id }) => id)
  const before = timesByKey(await world.far.effects())
  const begun = performance.now()
  const other = await startBeside(world, { database: url })
  try {
    const copy: World = { ...world, sql, databaseUrl: url, app: () => other, api: world.at(other.url) }
    const { failed, unknown } = await settle(copy, ids)
    const recovery = performance.now() - begun
    const after = timesByKey(await world.far.effects())
    const again = [...after].filter(([key, times]) => times > Math.max(1, before.get(key) ?? 0))
    const known = new Set(recorded.map(({ key }) => key))
    const doubled = again.filter(([key]) => known.has(key)).length
    const lost = ids.filter((id) => [...after.keys()].filter((key) => key.startsWith(`${id}/`)).length !== 2)
    const repeated = again.length - doubled
    return { runs: ids.length, lost: lost.length, doubled, repeated, failed, unknown, recovery }
  } finally {
    await sql.end()
    await other.stop()
    removeData(other)
  }
}

const timesByKey = (counts: Counts): ReadonlyMap<string, number> =>
  new Map(Object.values(counts).flatMap(({ byKey }) => Object.entries(byKey)))
