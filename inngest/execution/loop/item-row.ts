import { NonRetriableError } from 'inngest'
import type { Database } from '@/db/client'
import { beginItemRow } from '@/db/queries/steps/begin-item'
import { hasEndedAbove } from '@/db/queries/steps/has-ended-above'
import type { ItemEnd } from '@/lib/engine/loop'
import { wayOf, wholesOf } from '@/lib/engine/step-path'
import type { Execution } from '../execution'
import { keepPending } from '../pending'
import type { StepIdentity } from '../step-row'

/** An item as a step of its own: its loop is what it is a part of. */
export function stepOfItem(execution: Pick<Execution, 'plan'>, item: string): StepIdentity {
  const [loop = item] = wholesOf(item)
  const index = wayOf(item).at(-1)?.index ?? 0
  return {
    path: item,
    parent: loop,
    nodeId: execution.plan.loop ?? '',
    type: 'loop.item',
    title: String(index + 1),
    action: null,
    position: index,
  }
}

/** Notes that an item is under way. Throws when a loop around it has ended without it. */
export async function beginItem(tx: Database, execution: Execution, item: string): Promise<void> {
  const [hasEnded] = await Promise.all([
    hasEndedAbove(tx, { ...execution.scope, paths: wholesOf(item) }),
    beginItemRow(tx, { ...execution.scope, ...stepOfItem(execution, item) }),
  ])
  if (hasEnded) throw new NonRetriableError('the loop has ended')
}

/** Keeps how an item ended until the next durable write: it follows from its steps, and can be made out again. */
export function keepItemEnd(execution: Execution, item: string, end: ItemEnd): void {
  const step = stepOfItem(execution, item)
  keepPending(
    execution,
    step,
    end.status === 'failed'
      ? { status: 'failed', error: end.error }
      : { status: 'succeeded', exit: end.isLast ? 'last' : 'out', output: end.output },
  )
}
