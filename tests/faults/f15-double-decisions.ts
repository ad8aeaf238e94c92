import { decideInBatches, type Pending } from './approval-batches'
import type { Finding } from './report'
import type { World } from './world'

/** F15: two members decide at the same moment. One decision wins; the other is told who decided; one effect at most. */
export async function doubleDecisions(
  world: World,
  pairs: number,
  say: (line: string) => void,
): Promise<Finding> {
  async function decideTwice({ id, digest }: Pending, index: number): Promise<string[]> {
    const other = index % 2 === 0 ? 'approve' : 'reject'
    const answers = await Promise.all([
      world.second.post(`/approvals/${id}/decisions`, { decision: 'approve', digest }),
      world.third.post(`/approvals/${id}/decisions`, { decision: other, digest }),
    ])
    const won = answers.filter((answer) => answer.status < 300)
    const told = answers.filter(
      (answer) => answer.status === 409 && /has (approved|rejected) this/.test(answer.body.detail),
    )
    if (won.length === 1 && told.length === 1) return []
    return [`${id}: ${answers.map((answer) => `${answer.status} ${answer.body.detail ?? ''}`).join(' | ')}`]
  }
  const { approved, effects, ...finding } = await decideInBatches(world, {
    id: 'F15',
    what: 'two members decide at once; one wins, the other is told',
    n: pairs,
    decide: async (approvals) => {
      const wrong = (await Promise.all(approvals.map(decideTwice))).flat()
      return () => wrong
    },
  })
  say(`F15: ${pairs} pairs, ${approved} approved`)
  return { ...finding, notes: [`${approved} approved, ${effects} messages sent`] }
}
