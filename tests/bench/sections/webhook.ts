import { callMany } from '../../support/calls'
import { percentile } from '../../support/percentile'
import { processorOf, watchMemory } from '../../support/usage'
import { answering, call } from '../documents'
import { loadNow } from '../machine'
import type { Section } from '../section'
import { mb, median, ms, printTable, spread } from '../table'

const peer: Readonly<Record<number, string>> = {
  1: '22 · 85 · 73',
  10: '30 · 74 · 118',
  50: '28 · 86 · 119',
}

/** Three times the better of the peer's tuned figures, ten times its default. */
const aims: Readonly<Record<number, number>> = { 1: 255, 10: 354, 50: 357 }

/** From the call of a webhook to the workflow's own answer, everything kept in the history. */
export const webhook: Section = {
  title: 'Webhook to answer',
  async run(product, { isFull }) {
    const { hook, id } = await product.publish('Answering', answering)
    await callMany({ url: hook, callers: 10, seconds: 4, body: call })
    const rows: string[][] = []
    for (const callers of [1, 10, 50]) {
      const rates: number[] = []
      const latencies: number[] = []
      const before = processorOf(product.watched)
      const stopWatching = watchMemory(() => product.watched, 1_000)
      let answered = 0
      let refused = 0
      for (let window = 0; window < (isFull ? 5 : 3); window++) {
        const answers = await callMany({ url: hook, callers, seconds: isFull ? 10 : 6, body: call })
        const good = answers.statuses['200'] ?? 0
        answered += good
        refused += answers.latencies.length - good
        rates.push(good / answers.seconds)
        latencies.push(...answers.latencies)
      }
      const after = processorOf(product.watched)
      rows.push([
        String(callers),
        spread(rates),
        String(aims[callers]),
        peer[callers] ?? '',
        `${ms(median(latencies))} / ${ms(percentile(latencies, 0.95))} / ${ms(percentile(latencies, 0.99))}`,
        `${((after.app - before.app) / answered).toFixed(1)} + ${((after.database - before.database) / answered).toFixed(1)}`,
        mb(stopWatching()),
        String(refused),
        loadNow(),
      ])
    }
    printTable(
      'Webhook to answer: trigger, set (three Liquid fields), condition, respond',
      [
        'callers',
        'answers/s, median (least–most)',
        'aim',
        'peer: default · tuned · Postgres',
        'p50 / p95 / p99',
        'CPU ms a run: app + database',
        'most memory (aim 400 MB; peer 1,300–2,000)',
        'other answers',
        'load',
      ],
      rows,
    )
    const [kept] = await product.sql<{ runs: number; steps: number; done: number }[]>`
      select count(*)::int as runs, count(*) filter (where status = 'succeeded')::int as done,
        (select count(*)::int from steps join runs on runs.id = steps.run_id where runs.workflow_id = ${id}) as steps
      from runs where workflow_id = ${id}`
    process.stdout.write(
      `\nIn the history: ${kept?.runs} runs, ${kept?.done} succeeded, ${kept?.steps} steps.\n`,
    )
  },
}
