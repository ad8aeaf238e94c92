import { callMany } from '../../support/calls'
import { processorOf } from '../../support/usage'
import { call, carrying, line } from '../documents'
import { loadNow } from '../machine'
import type { Product } from '../product'
import type { Section } from '../section'
import { median, printTable, spread } from '../table'

/** How the cost of one run grows: with its steps, and with what it carries. */
export const growth: Section = {
  title: 'Growth',
  async run(product) {
    await bySteps(product)
    await byPayload(product)
  },
}

async function bySteps(product: Product): Promise<void> {
  const rows: string[][] = []
  for (const steps of [10, 50, 200, 900]) {
    const { hook } = await product.publish(`${steps} steps`, line(steps, 'result'))
    const count = steps >= 900 ? 20 : 40
    await callMany({ url: hook, callers: 1, count: 10, body: call })
    const before = processorOf(product.watched)
    const { latencies, statuses } = await callMany({ url: hook, callers: 1, count, body: call })
    const after = processorOf(product.watched)
    const spent = (after.app - before.app + after.database - before.database) / count
    const typical = median(latencies)
    rows.push([
      String(steps),
      spread(latencies, 1),
      (typical / steps).toFixed(2),
      spent.toFixed(1),
      (spent / steps).toFixed(2),
      Object.keys(statuses).join(' '),
      loadNow(),
    ])
  }
  printTable(
    'Growth with steps: one run after the other, from the call to its answer when all have run',
    [
      'steps',
      'ms, median (least–most)',
      'ms a step',
      'CPU ms a run',
      'CPU ms a step (aim: no more with more steps)',
      'status',
      'load',
    ],
    rows,
  )
}

const sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]

async function byPayload(product: Product): Promise<void> {
  const { hook } = await product.publish('Carrying', carrying)
  const rows: string[][] = []
  for (const size of sizes) {
    const body = JSON.stringify({ name: 'ada', rows: rowsOf(size) })
    const count = size >= 1_000_000 ? 10 : 60
    await callMany({ url: hook, callers: 1, count: 3, body })
    const before = processorOf(product.watched)
    const { latencies, statuses } = await callMany({ url: hook, callers: 1, count, body })
    const after = processorOf(product.watched)
    const spent = (after.app - before.app + after.database - before.database) / count
    const typical = median(latencies)
    rows.push([
      `${(body.length / 1000).toFixed(0)} KB`,
      spread(latencies, 1),
      (typical / (body.length / 1_000_000)).toFixed(1),
      spent.toFixed(1),
      Object.entries(statuses)
        .map(([status, times]) => `${times} × ${status}`)
        .join(', '),
      loadNow(),
    ])
  }
  printTable(
    'Growth with payload: a webhook that is called with so much, kept, and answered',
    [
      'payload',
      'call to answer, ms, median (least–most)',
      'ms a MB (aim: no more with more)',
      'CPU ms a run',
      'answers',
      'load',
    ],
    rows,
  )
}

/** Rows as a service sends them, up to about so many bytes. */
function rowsOf(bytes: number): unknown[] {
  const row = (index: number) => ({
    id: index,
    mail: `person${index}@example.com`,
    note: 'x'.repeat(40),
    open: true,
  })
  const each = JSON.stringify(row(1000)).length + 1
  return Array.from({ length: Math.max(1, Math.floor(bytes / each)) }, (_, index) => row(index))
}
