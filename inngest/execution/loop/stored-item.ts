import { database } from '@/db/client'
import { listItemEnds } from '@/db/queries/steps/list-items'
import type { StepPath } from '@/lib/engine/contract'
import type { ItemEnd } from '@/lib/engine/loop'
import { wayOf, wholesOf } from '@/lib/engine/step-path'
import { storedJson } from '@/lib/services/runs/stored-json'
import type { Execution } from '../execution'
import type { StepUsage } from '../finish-step'

type Row = Awaited<ReturnType<typeof listItemEnds>>[number]

/** How the items of a loop ended, by their place, and what they used together. */
export async function storedItemEnds(
  execution: Execution,
  loop: StepPath,
): Promise<{ readonly ends: readonly (ItemEnd | undefined)[]; readonly usage: StepUsage }> {
  const rows = await listItemEnds(database().db, { ...execution.scope, loop })
  const ends: (ItemEnd | undefined)[] = []
  const usage = { tokensIn: 0, tokensOut: 0, cost: 0 }
  for (const row of rows) {
    ends[row.index] = toItemEnd(row)
    usage.tokensIn += row.tokensIn ?? 0
    usage.tokensOut += row.tokensOut ?? 0
    usage.cost += row.cost ?? 0
  }
  return { ends, usage }
}

/** How one item ended, if it has. */
export async function storedItemEnd(execution: Execution, item: StepPath): Promise<ItemEnd | undefined> {
  const [loop = ''] = wholesOf(item)
  const index = wayOf(item).at(-1)?.index
  const [row] = await listItemEnds(database().db, { ...execution.scope, loop, index })
  return row && toItemEnd(row)
}

function toItemEnd(row: Row): ItemEnd | undefined {
  if (row.status === 'failed' && row.error) return { status: 'failed', error: row.error }
  if (row.status !== 'succeeded') return undefined
  return { status: 'succeeded', output: storedJson(row.body, row.output), isLast: row.exit === 'last' }
}
