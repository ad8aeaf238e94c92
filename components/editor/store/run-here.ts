import type { RunStatus, RunView, StepView } from '@/lib/workflow/views/run-view'

/** `each_1[3].each_2[0]`: the item that is looked at, once one is chosen of each loop that one has gone into. */
export function itemAt(inside: readonly string[], items: readonly number[]): string | null {
  if (inside.length === 0 || items.length < inside.length) return null
  return inside.map((loop, depth) => `${loop}[${items[depth]}]`).join('.')
}

/** A run over a loop's canvas: the steps of one item as if they were all of it, and how that item stands. */
export function runOfItem(
  run: RunView,
  { item, steps, status }: { item: string; steps: readonly StepView[]; status: RunStatus },
): RunView {
  return {
    ...run,
    status,
    steps: steps.map((step) => (step.parent === item ? { ...step, parent: null } : step)),
  }
}

/** The steps of an item that came along with the run, as they do while there are few. */
export function stepsWithin(run: RunView, item: string): readonly StepView[] {
  return run.steps.filter(({ path }) => path.startsWith(`${item}.`) && !path.slice(item.length).includes('['))
}
