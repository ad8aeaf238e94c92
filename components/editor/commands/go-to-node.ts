import { levelOf, loopsAround } from '@/lib/workflow/levels'
import type { CommandContext } from '../keys/command'
import { focusCard } from '../keys/node-keys'
import { goInside } from '../store/create-editor-store'
import { nodeIndex } from '../store/node-index'

/** Goes to a step, on whatever canvas of the workflow it stands. */
export function goToNode({ store, flow }: CommandContext, id: string): void {
  const { whole, document } = store.getState()
  if (nodeIndex(document).has(id)) {
    focusCard({ store, flow }, id)
    return
  }
  const level = levelOf(whole, id)
  if (!level) return
  goInside(
    store,
    loopsAround(level).map((loop) => loop.id),
  )
  // The other canvas is drawn first.
  requestAnimationFrame(() => focusCard({ store, flow }, id))
}
