import { setTimeout as delay } from 'node:timers/promises'
import { pendingOf } from './f15-double-decisions'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, publish, settle, startRun } from './workload'
import type { World } from './world'

/** F16: the decision is sent at the deadline, give or take 50 ms. One outcome each, and the effect agrees with it. */
export async function approveAtDeadline(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F16', approvalOnly(world, 'PT2S'))
  const before = await world.far.effects()
  const wrong: string[] = []
  let approved = 0
  const atOnce = 10
  for (let done = 0; done < times; done += atOnce) {
    const size = Math.min(atOnce, times - done)
    const runs = await Promise.all(
      Array.from({ length: size }, (_, index) => startRun(world, workflow, done + index)),
    )
    const approvals = await pendingOf(world, runs)
    const accepted = new Map<string, boolean>()
    await Promise.all(
      approvals.map(async ({ id, digest, deadline }) => {
        const at = (deadline?.getTime() ?? 0) + (Math.random() - 0.5) * 100
        await delay(Math.max(0, at - Date.now()))
        const answer = await world.second.post(`/approvals/${id}/decisions`, { decision: 'approve', digest })
        accepted.set(id, answer.status < 300)
      }),
    )
    const { failed } = await settle(world, runs)
    wrong.push(...failed)
    const rows = await world.sql<{ id: string; status: string; run_id: string }[]>`
      select id, status, run_id from approvals where run_id = any(${runs})`
    for (const row of rows) {
      const isApproved = row.status === 'approved'
      if (isApproved !== accepted.get(row.id) || (!isApproved && row.status !== 'expired')) {
        wrong.push(
          `${row.id}: ${row.status}, the decision was ${accepted.get(row.id) ? 'accepted' : 'refused'}`,
        )
      }
      approved += isApproved ? 1 : 0
    }
  }
  say(`F16: ${times} races, ${approved} approved in time`)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: 'F16',
    what: 'a decision at the deadline ± 50 ms; one outcome, and the effect agrees',
    n: times,
    lost: Math.max(0, approved - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - approved),
    failed: wrong,
    unknown: [],
    recoveries: [],
    notes: [`${approved} approved, ${times - approved} expired, ${effects} messages sent`],
  }
}
