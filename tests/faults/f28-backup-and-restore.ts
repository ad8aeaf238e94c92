import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { restoreBackup } from '../../db/backup/restore-backup'
import { writeBackup } from '../../db/backup/write-backup'
import { type AppProcess, removeData } from '../support/app-process'
import { startBeside } from './beside'
import { startLoad } from './load'
import { doubledIn, type Finding } from './report'
import { oneMessage, publish, settle } from './workload'
import type { World } from './world'

/**
 * F28: a backup is taken under load, the installation ends, and another one is started on the restored copy. Every run
 * that is in the backup ends there, and nothing is done twice.
 */
export async function backupAndRestore(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const recoveries: number[] = []
  const wrong: string[] = []
  const unknown: string[] = []
  let doubled = 0
  let runs = 0
  let lost = 0
  for (let time = 0; time < times; time++) {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-backup-'))
    const workflow = await publish(world, `F28 ${time}`, oneMessage(world))
    const load = startLoad(() => world.api, workflow, 30)
    await delay(3_000)
    await writeBackup(world.databaseUrl, folder)
    await world.app().kill()
    await load.stop()
    const name = `handrail_restored_${time}`
    await world.sql`create database ${world.sql(name)}`
    const url = world.databaseUrl.replace(/\/handrail$/, `/${name}`)
    await restoreBackup(url, folder)
    const before = await world.far.effects()
    const begun = performance.now()
    const other = await startBeside(world, { database: url })
    const result = await onCopy(world, other, url, workflow)
    recoveries.push(performance.now() - begun)
    doubled += doubledIn(await world.far.effects()) - doubledIn(before)
    runs += result.runs
    lost += result.lost
    unknown.push(...result.unknown)
    wrong.push(...result.failed)
    await other.stop()
    removeData(other)
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
    what: 'a backup under load, restored elsewhere and carried on there',
    n: times,
    lost,
    doubled,
    failed: wrong,
    unknown,
    recoveries,
    notes: [`${runs} runs in the backups; recovery: from the start on the copy until all of them have ended`],
  }
}

async function onCopy(world: World, other: AppProcess, url: string, workflow: string) {
  const sql = postgres(url, { max: 2, onnotice: () => {} })
  try {
    const rows = await sql<{ id: string }[]>`select id from runs where workflow_id = ${workflow}`
    const ids = rows.map(({ id }) => id)
    const copy: World = { ...world, sql, databaseUrl: url, app: () => other, api: world.at(other.url) }
    const { failed, unknown } = await settle(copy, ids)
    const messages = new Set(
      Object.values(await world.far.effects()).flatMap(({ byKey }) => Object.keys(byKey)),
    )
    const lost = ids.filter((id) => [...messages].filter((key) => key.startsWith(`${id}/`)).length !== 2)
    return { runs: ids.length, lost: lost.length, failed, unknown }
  } finally {
    await sql.end()
  }
}
