import { setTimeout as delay } from 'node:timers/promises'
import { pendingOf } from './approval-batches'
import { doubledIn, type Finding } from './report'
import { approvalOnly, publish, settle, startRun } from './workload'
import type { World } from './world'

/** F17: one member approves while another cancels the run. One end each, and the effect agrees with it. */
export async function approveOrCancel(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F17', approvalOnly(world))
  const before = await world.far.effects()
  const wrong: string[] = []
  const unknown: string[] = []
  let approved = 0
  let cancelled = 0
  const atOnce = 10
  for (let done = 0; done < times; done += atOnce) {
    const runs = await Promise.all(
      Array.from({ length: Math.min(atOnce, times - done) }, (_, index) =>
        startRun(world, workflow, done + index),
      ),
    )
    const approvals = await pendingOf(world, runs)
    await Promise.all(
      approvals.map(async ({ id, digest, runId }) => {
        const apart = (Math.random() - 0.5) * 40
        await Promise.all([
          delay(Math.max(0, apart)).then(() =>
            world.second.post(`/approvals/${id}/decisions`, { decision: 'approve', digest }),
          ),
          delay(Math.max(0, -apart)).then(() => world.third.post(`/runs/${runId}/cancel`, {})),
        ])
      }),
    )
    const settled = await settle(world, runs)
    wrong.push(...settled.failed)
    unknown.push(...settled.unknown)
    // A message that was on its way when the run was cancelled is let finish.
    await quiet(world, runs)
    const messages = Object.values(await world.far.effects()).flatMap(({ byKey }) => Object.keys(byKey))
    const rows = await world.sql<{ id: string; run: string; approval: string }[]>`
      select runs.id, runs.status as run, approvals.status as approval
      from runs join approvals on approvals.run_id = runs.id where runs.id = any(${runs})`
    for (const row of rows) {
      const told = messages.some((key) => key.startsWith(row.id))
      approved += row.approval === 'approved' ? 1 : 0
      cancelled += row.run === 'cancelled' ? 1 : 0
      const agrees =
        (row.approval === 'approved' || !told) &&
        (row.run !== 'succeeded' || (row.approval === 'approved' && told)) &&
        (row.approval === 'approved' || row.approval === 'cancelled') &&
        (row.run === 'succeeded' || row.run === 'cancelled')
      if (!agrees) wrong.push(`${row.id}: run ${row.run}, approval ${row.approval}, message ${told}`)
    }
  }
  say(`F17: ${times} races, ${approved} approved, ${cancelled} runs cancelled`)
  const after = await world.far.effects()
  return {
    id: 'F17',
    what: 'approved and cancelled at once; one end each, and the effect agrees',
    n: times,
    lost: 0,
    doubled: doubledIn(after) - doubledIn(before),
    failed: wrong,
    unknown,
    recoveries: [],
    notes: [`${approved} approved, ${cancelled} runs cancelled`],
  }
}

async function quiet(world: World, runs: readonly string[]): Promise<void> {
  const until = performance.now() + 30_000
  while (performance.now() < until) {
    const [row] = await world.sql<{ open: number }[]>`
      select count(*)::int as open from effects where run_id = any(${[...runs]}) and status = 'sent'`
    if (row?.open === 0) return
    await delay(50)
  }
}
