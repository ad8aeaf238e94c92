import type { StepStatus, StepView } from '@/lib/workflow/views/run-view'

export type LoopItem = NonNullable<StepView['items']>[number]

/** What is looked at first stands first: what failed, what waits, what runs. */
export const statusOrder: readonly StepStatus[] = [
  'failed',
  'unknown',
  'waiting',
  'running',
  'queued',
  'cancelled',
  'succeeded',
  'skipped',
]

export function inOrder(items: readonly LoopItem[]): readonly LoopItem[] {
  return items.toSorted(
    (one, other) =>
      statusOrder.indexOf(one.status) - statusOrder.indexOf(other.status) || one.index - other.index,
  )
}

/** So many items stand where, in that order. */
export function countsOf(items: readonly LoopItem[]): readonly { status: StepStatus; count: number }[] {
  return statusOrder.flatMap((status) => {
    const count = items.filter((item) => item.status === status).length
    return count > 0 ? [{ status, count }] : []
  })
}
