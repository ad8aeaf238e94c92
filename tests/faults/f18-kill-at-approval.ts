import { pendingOf } from './approval-batches'
import { doubledIn, effectsIn, type Finding } from './report'
import { approvalOnly, publish, settle, startRun } from './workload'
import type { World } from './world'

/** F18: SIGKILL while a run waits for its approval, and right after the decision was answered. */
export async function killAtApproval(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F18', approvalOnly(world))
  const before = await world.far.effects()
  const recoveries: number[] = []
  const failed: string[] = []
  const unknown: string[] = []
  let lost = 0
  for (let time = 0; time < times; time++) {
    const run = await startRun(world, workflow, time)
    const [approval] = await pendingOf(world, [run])
    if (!approval) throw new Error('The run did not ask.')
    const decide = () =>
      world.second.post(`/approvals/${approval.id}/decisions`, {
        decision: 'approve',
        digest: approval.digest,
      })
    const isAfterDecision = time % 2 === 1
    if (isAfterDecision) await decide()
    await world.app().kill()
    await world.restart()
    const begun = performance.now()
    if (!isAfterDecision) {
      const answer = await decide()
      if (answer.status >= 300) failed.push(`${approval.id}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    try {
      const settled = await settle(world, [run], { timeoutMs: 30_000 })
      failed.push(...settled.failed)
      unknown.push(...settled.unknown)
    } catch (error) {
      lost++
      say(`F18 ${time}: ${error instanceof Error ? error.message : error}`)
    }
    recoveries.push(performance.now() - begun)
  }
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  return {
    id: 'F18',
    what: 'SIGKILL while waiting for an approval, and right after the decision',
    n: times,
    lost: lost + Math.max(0, times - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, effects - times),
    failed,
    unknown,
    recoveries,
    notes: ['recovery: from healthy, or from the decision, to the end of the run'],
  }
}
