import { setTimeout as delay } from 'node:timers/promises'
import { decideInBatches, type Ended } from './approval-batches'
import type { Finding } from './report'
import type { World } from './world'

/** F16: the decision is sent at the deadline, give or take 50 ms. One outcome each, and the effect agrees with it. */
export async function approveAtDeadline(
  world: World,
  times: number,
  say: (line: string) => void,
): Promise<Finding> {
  const { approved, effects, ...finding } = await decideInBatches(world, {
    id: 'F16',
    what: 'a decision at the deadline ± 50 ms; one outcome, and the effect agrees',
    n: times,
    deadline: 'PT2S',
    decide: async (approvals) => {
      const accepted = new Set<string>()
      await Promise.all(
        approvals.map(async ({ id, digest, deadline }) => {
          const at = (deadline?.getTime() ?? 0) + (Math.random() - 0.5) * 100
          await delay(Math.max(0, at - Date.now()))
          const answer = await world.second.post(`/approvals/${id}/decisions`, {
            decision: 'approve',
            digest,
          })
          if (answer.status < 300) accepted.add(id)
        }),
      )
      return (rows) => rows.flatMap((row) => disagreement(row, accepted.has(row.id)))
    },
  })
  say(`F16: ${times} races, ${approved} approved in time`)
  return {
    ...finding,
    notes: [`${approved} approved, ${times - approved} expired, ${effects} messages sent`],
  }
}

function disagreement({ id, status }: Ended, isAccepted: boolean): string[] {
  if (status === (isAccepted ? 'approved' : 'expired')) return []
  return [`${id}: ${status}, the decision was ${isAccepted ? 'accepted' : 'refused'}`]
}
