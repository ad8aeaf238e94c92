import { callMany } from '../../support/calls'
import { processorOf, watchMemory } from '../../support/usage'
import { call, durableLine, line } from '../documents'
import { loadNow } from '../machine'
import type { Product } from '../product'
import type { Section } from '../section'
import { mb, printTable } from '../table'

const steps = 10

/** Runs that nobody waits for: from the first call to the end of the last run. */
export const queued: Section = {
  title: 'Asynchronous runs',
  async run(product) {
    await drain(product, {
      title: 'Asynchronous runs of ten steps (trigger and nine sets of three Liquid fields)',
      document: line(steps),
      counts: [1_000, 5_000],
    })
    await drain(product, {
      title:
        'The same with one durable step in the middle (a wait that is over): what a step that acts outside costs here',
      document: durableLine(steps),
      counts: [1_000],
    })
  },
}

type Drain = { readonly title: string; readonly document: unknown; readonly counts: readonly number[] }

async function drain(product: Product, { title, document, counts }: Drain): Promise<void> {
  const { hook, id } = await product.publish(title.slice(0, 60), document)
  await callMany({ url: hook, callers: 10, count: 100, body: call })
  await untilEnded(product, id)
  const rows: string[][] = []
  for (const count of counts) {
    const ended = await countEnded(product, id)
    const before = processorOf(product.watched)
    const stopWatching = watchMemory(() => product.watched)
    const begun = performance.now()
    const answers = await callMany({ url: hook, callers: 20, count, body: call })
    const accepted = answers.statuses['202'] ?? 0
    await untilEnded(product, id)
    const seconds = (performance.now() - begun) / 1000
    const after = processorOf(product.watched)
    const done = (await countEnded(product, id)) - ended
    rows.push([
      String(count),
      `${(accepted / answers.seconds).toFixed(0)}`,
      `${(done / seconds).toFixed(0)}`,
      `${((done * steps) / seconds).toFixed(0)}`,
      '249 (20 · 53–83)',
      `${((after.app - before.app) / done).toFixed(1)} + ${((after.database - before.database) / done).toFixed(1)}`,
      '56–80 · 13–17',
      mb(stopWatching()),
      '1,300–2,000 MB',
      String(accepted - done),
      loadNow(),
    ])
  }
  printTable(
    title,
    [
      'runs',
      'accepted/s',
      'runs/s',
      'steps/s',
      'aim (peer: default · tuned)',
      'CPU ms a run: app + database',
      'peer: default · tuned',
      'most memory (aim 400 MB)',
      'peer',
      'lost (aim 0)',
      'load',
    ],
    rows,
  )
}

async function countEnded({ sql }: Product, workflow: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from runs where workflow_id = ${workflow} and status = 'succeeded'`
  return row?.count ?? 0
}

async function untilEnded({ sql }: Product, workflow: string): Promise<void> {
  for (;;) {
    const [open] = await sql`
      select 1 from runs where workflow_id = ${workflow} and status not in ('succeeded', 'failed', 'cancelled') limit 1`
    if (!open) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
