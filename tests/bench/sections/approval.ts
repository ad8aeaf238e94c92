import { percentile } from '../../support/percentile'
import { asking } from '../documents'
import { loadNow } from '../machine'
import { must, type Product } from '../product'
import type { Section } from '../section'
import { ms, printTable, spread } from '../table'

/** From sending a decision to the next step: when its row says that it began, and when the run has ended. */
export const approval: Section = {
  title: 'Approval to next step',
  async run(product, { isFull }) {
    const { id } = await product.publish('Asking', asking)
    await decideOne(product, id)
    const begins: number[] = []
    const answers: number[] = []
    for (let round = 0; round < (isFull ? 100 : 40); round++) {
      const { begin, answer } = await decideOne(product, id)
      begins.push(begin)
      answers.push(answer)
    }
    printTable(
      'Approval to next step: from sending the decision to the next step having run, committed',
      ['n', 'next step, ms, median (least–most)', 'p95', 'aim', 'peer', 'decision answered, ms', 'load'],
      [
        [
          String(begins.length),
          spread(begins, 1),
          ms(percentile(begins, 0.95)),
          '25 ms',
          '76 ms',
          spread(answers, 1),
          loadNow(),
        ],
      ],
    )
  },
}

async function decideOne({ api, sql }: Product, workflow: string) {
  const { id } = must(await api.post(`/workflows/${workflow}/runs`, { input: {} }))
  const pending = await until(async () => {
    const [row] = await sql<{ id: string; digest: string }[]>`
      select id, digest from approvals where run_id = ${id} and status = 'pending'
        and exists (select 1 from runner_waits where signal = approvals.id)`
    return row
  })
  // Whatever opening the approval left to be done is done.
  await new Promise((resolve) => setTimeout(resolve, 60))
  const sent = performance.timeOrigin + performance.now()
  const deciding = api.post(`/approvals/${pending.id}/decisions`, {
    decision: 'approve',
    digest: pending.digest,
  })
  const [, answer] = await Promise.all([
    until(async () => {
      const [row] = await sql`select 1 from runs where id = ${id} and status = 'succeeded'`
      return row
    }),
    deciding.then((made) => {
      must(made)
      return performance.timeOrigin + performance.now() - sent
    }),
  ])
  const [step] = await sql<
    { at: Date }[]
  >`select ended_at as at from steps where run_id = ${id} and path = 'after'`
  const [run] = await sql<{ at: Date }[]>`select ended_at as at from runs where id = ${id}`
  const ended = Math.max(step?.at.getTime() ?? 0, run?.at.getTime() ?? 0)
  return { begin: ended - sent, answer }
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
