import { setTimeout as delay } from 'node:timers/promises'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, publish, settle, startRun } from './workload'
import { must, type World } from './world'

/**
 * F26: runs have waited for a month. Meanwhile their workflow was published anew and does something else, and the version
 * of some is in a form that this code does not know. Each goes on as its own version says, or stops and says why.
 */
export async function oldRunsNewCode(
  world: World,
  runs: number,
  say: (line: string) => void,
): Promise<Finding> {
  const before = await world.far.effects()
  const old = await waiting(world, 'F26', runs)
  const strange = await waiting(world, 'F26 strange', runs)
  const next = approvalOnly(world)
  must(
    await world.api.put(`/workflows/${old.workflow}/draft`, {
      document: JSON.parse(JSON.stringify(next).replace('Approved', 'Quite another text')),
    }),
  )
  must(await world.api.post(`/workflows/${old.workflow}/publish`, {}))
  await world.app().kill()
  const all = [...old.runs, ...strange.runs]
  await world.sql`
    update runs set created_at = created_at - interval '30 days', started_at = started_at - interval '30 days'
    where id = any(${all})`
  await world.sql`
    update workflow_versions set document = jsonb_set(document, '{schema}', '99')
    where workflow_id = ${strange.workflow}`
  await world.restart()
  const begun = performance.now()
  const settled = await settle(world, all)
  const took = performance.now() - begun
  const wrong = settled.failed.filter((line) => old.runs.some((id) => line.startsWith(id)))
  const [row] = await world.sql<{ typed: number; texts: number }[]>`
    select
      (select count(*)::int from runs where id = any(${strange.runs}) and status = 'failed'
        and error ->> 'code' = 'invalid_document') as typed,
      (select count(*)::int from effects where run_id = any(${old.runs}) and input ->> 'text' like 'Approved %') as texts`
  if (row?.typed !== runs)
    wrong.push(`${row?.typed} of ${runs} runs of a strange version stopped with a typed error`)
  if (row?.texts !== runs) wrong.push(`${row?.texts} of ${runs} runs did what their own version says`)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(`F26: ${runs} runs went on as their version says, ${row?.typed} stopped with a typed error`)
  return {
    id: 'F26',
    what: 'runs that waited for a month go on under new code',
    n: runs * 2,
    lost: Math.abs(runs - effects),
    doubled: doubledIn(after) - doubledIn(before),
    failed: wrong,
    unknown: settled.unknown,
    recoveries: [took],
    notes: [
      `${runs} ended as their stored version says, though the live one differs; ${row?.typed} of a version in an unknown form stopped as invalid_document and sent nothing`,
    ],
  }
}

async function waiting(world: World, name: string, count: number) {
  const workflow = await publish(world, name, approvalOnly(world))
  const runs = await Promise.all(Array.from({ length: count }, (_, n) => startRun(world, workflow, n)))
  for (;;) {
    const [row] = await world.sql<{ open: number }[]>`
      select count(*)::int as open from runs where id = any(${runs}) and status <> 'waiting'`
    if (row?.open === 0) return { workflow, runs }
    await delay(50)
  }
}
