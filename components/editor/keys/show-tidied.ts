import type { CommandContext } from './command'
import { bringIntoView } from './node-keys'

/** Below it a card is icon and name only. */
const leastZoom = 0.7

/** After tidying: all of it, when it can be read at that size; else as much as can, with the step one works on. */
export function showTidied({ store, flow }: CommandContext): void {
  const { document, selectedNodes } = store.getState()
  const [selected, other] = selectedNodes
  const first = document.nodes.find((node) => node.type.startsWith('trigger.')) ?? document.nodes[0]
  const kept = selected && !other ? selected : first?.id
  void flow.fitView({ padding: 0.08, minZoom: leastZoom, maxZoom: 1, duration: 220 }).then(() => {
    if (kept) bringIntoView({ flow }, kept)
  })
}
