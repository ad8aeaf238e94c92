import { callMany } from '../../support/calls'
import { storeHistory } from '../../support/history'
import { percentile } from '../../support/percentile'
import { line } from '../documents'
import { loadNow } from '../machine'
import { benchToken, type Product } from '../product'
import type { Section } from '../section'
import { ms, printTable, say, spread } from '../table'

const runCount = 100_000
const stepsEach = 10

/** The list of runs and a run opened, with a long history stored. */
export const listing: Section = {
  title: 'List and open',
  async run(product) {
    const { id } = await product.publish('History', line(stepsEach))
    say(`\nStoring ${runCount} runs with ${runCount * stepsEach} steps …`)
    await storeHistory(product.sql, { workflow: id, runs: runCount, stepsEach })
    const [middle] = await product.sql<{ id: string; at: Date }[]>`
      select id, created_at as at from runs where workflow_id = ${id} order by created_at desc offset ${runCount / 2} limit 1`
    const deep = await cursorAt(product)
    const asks: readonly (readonly [string, string])[] = [
      ['the newest 30', '/runs'],
      ['100 a page', '/runs?limit=100'],
      ['a page 20,000 runs back', `/runs?cursor=${encodeURIComponent(deep)}`],
      ['failed only', '/runs?status=failed'],
      ['waiting only (none)', '/runs?status=waiting'],
      ['of one workflow', `/runs?workflow=${id}`],
      ['search: a word in the error', '/runs?search=rate%20limit'],
      ['search: found nowhere', '/runs?search=zzzzzz'],
      ['one run opened, with its steps', `/runs/${middle?.id}`],
    ]
    const rows: string[][] = []
    for (const [what, path] of asks) {
      const url = `${product.app.url}/api/v1${path}`
      const headers = { authorization: `Bearer ${benchToken}` }
      await callMany({ url, callers: 1, count: 3, method: 'GET', headers })
      const { latencies, statuses } = await callMany({ url, callers: 1, count: 40, method: 'GET', headers })
      rows.push([
        what,
        spread(latencies, 1),
        ms(percentile(latencies, 0.95)),
        what.startsWith('one run') ? '500 ms' : '300 ms',
        Object.keys(statuses).join(' '),
        loadNow(),
      ])
    }
    printTable(
      `List and open with ${runCount} runs and ${runCount * stepsEach} steps stored (peer: a list with 10,000 runs stored, 20 ms)`,
      ['asked', 'ms, median (least–most)', 'p95', 'goal for p95', 'status', 'load'],
      rows,
    )
  },
}

async function cursorAt({ api }: Product): Promise<string> {
  let cursor = ''
  for (let page = 0; page < 200; page++) {
    const { body } = await api.get(`/runs?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
    cursor = body.next
  }
  return cursor
}
