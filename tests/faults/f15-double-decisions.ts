import { setTimeout as delay } from 'node:timers/promises'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, publish, settle, startRun } from './workload'
import type { World } from './world'

/** F15: two members decide at the same moment. One decision wins; the other is told who decided; one effect at most. */
export async function doubleDecisions(
  world: World,
  pairs: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F15', approvalOnly(world))
  const before = await world.far.effects()
  const wrong: string[] = []
  let approved = 0
  const atOnce = 10
  for (let done = 0; done < pairs; done += atOnce) {
    const size = Math.min(atOnce, pairs - done)
    const runs = await Promise.all(
      Array.from({ length: size }, (_, index) => startRun(world, workflow, done + index)),
    )
    const approvals = await pendingOf(world, runs)
    await Promise.all(
      approvals.map(async ({ id, digest }, index) => {
        const other = index % 2 === 0 ? 'approve' : 'reject'
        const answers = await Promise.all([
          world.second.post(`/approvals/${id}/decisions`, { decision: 'approve', digest }),
          world.third.post(`/approvals/${id}/decisions`, { decision: other, digest }),
        ])
        const won = answers.filter((answer) => answer.status < 300)
        const told = answers.filter(
          (answer) => answer.status === 409 && /has (approved|rejected) this/.test(answer.body.detail),
        )
        if (won.length !== 1 || told.length !== 1)
          wrong.push(
            `${id}: ${answers.map((answer) => `${answer.status} ${answer.body.detail ?? ''}`).join(' | ')}`,
          )
      }),
    )
    const { failed } = await settle(world, runs)
    wrong.push(...failed)
    const [row] = await world.sql<{ count: number }[]>`
      select count(*)::int as count from approvals where run_id = any(${runs}) and status = 'approved'`
    approved += row?.count ?? 0
  }
  say(`F15: ${pairs} pairs, ${approved} approved`)
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: 'F15',
    what: 'two members decide at once; one wins, the other is told',
    n: pairs,
    lost: Math.max(0, approved - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - approved),
    failed: wrong,
    unknown: [],
    recoveries: [],
    notes: [`${approved} approved, ${effects} messages sent`],
  }
}

/** The approvals of these runs, once all of them have asked. */
export async function pendingOf(
  world: World,
  runs: readonly string[],
): Promise<{ id: string; digest: string; deadline: Date | null }[]> {
  const until = performance.now() + 60_000
  for (;;) {
    const rows = await world.sql<{ id: string; digest: string; deadline: Date | null }[]>`
      select id, digest, deadline from approvals where run_id = any(${[...runs]})`
    if (rows.length === runs.length) return [...rows]
    if (performance.now() > until)
      throw new Error(`Only ${rows.length} of ${runs.length} runs asked for approval.`)
    await delay(20)
  }
}
