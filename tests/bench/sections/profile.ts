import { callMany } from '../../support/calls'
import { largestCosts, startProfile } from '../cpu-profile'
import { answering, call, durableLine } from '../documents'
import { loadNow } from '../machine'
import type { Product } from '../product'
import type { Section } from '../section'
import { printTable } from '../table'

/** What the application's own processor time is spent on, for the two kinds of work that cost most. */
export const profile: Section = {
  title: 'Profile',
  isProfiled: true,
  async run(product) {
    const rows = [
      await profiled(product, 'webhooks answered, 10 callers', answering),
      await profiled(product, 'runs of ten steps, one of them durable', durableLine(10)),
    ]
    printTable(
      'The three largest costs of the application, as parts of its processor time (sampled)',
      ['work', 'first', 'second', 'third', 'load'],
      rows,
    )
  },
}

async function profiled(product: Product, what: string, document: unknown): Promise<string[]> {
  const { hook, id } = await product.publish(what, document)
  await callMany({ url: hook, callers: 10, count: 200, body: call })
  const profile = await startProfile(product.app.output())
  await callMany({ url: hook, callers: 10, count: 1_000, body: call })
  await untilEnded(product, id)
  const costs = largestCosts(await profile.stop())
  const cells = costs.slice(0, 3).map(({ what, share }) => `${what}: ${(share * 100).toFixed(0)} %`)
  return [what, ...cells, loadNow()]
}

async function untilEnded({ sql }: Product, workflow: string): Promise<void> {
  for (;;) {
    const [open] = await sql`select 1 from runs where workflow_id = ${workflow} and ended_at is null limit 1`
    if (!open) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
