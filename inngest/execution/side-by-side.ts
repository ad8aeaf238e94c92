import type { Plan, PlannedNode } from '@/lib/engine/contract'
import { engineMode } from '@/lib/env'

/** Carries the steps of a plan, as far as it has any that go on beside one another, so that none holds another up. */
export type SideBySide = <Result>(plan: Plan, carry: () => Promise<Result>) => Promise<Result>

type Parallel = <Result>(carry: () => Promise<Result>) => Promise<Result>

/**
 * In this process a branch goes on while another waits. An Inngest server would then call the steps after a join many
 * times over, so there branches go on together, except where the first of them is to be seen at once.
 */
export function sideBySideBy(parallel: Parallel): SideBySide {
  return (plan, carry) => {
    const nodes = [...plan.nodes.values()]
    const starts = plan.loop === null ? 1 : nodes.filter(({ inputs }) => inputs.length === 0).length
    const isWanted =
      engineMode() === 'embedded'
        ? starts > 1 || nodes.some(goesSideBySide)
        : nodes.some(({ joinsFirst }) => joinsFirst)
    return isWanted ? parallel(carry) : carry()
  }
}

/** Do two edges leave one exit, or do items go side by side? */
function goesSideBySide({ node, outputs, body }: PlannedNode): boolean {
  if (body && node.type === 'each') return node.config.concurrency > 1
  return outputs.some(({ exit }, index) => outputs.findIndex((other) => other.exit === exit) !== index)
}
