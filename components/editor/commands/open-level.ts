import { titleOf } from '@/components/canvas/card/title-of'
import { bodyOf } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import type { CommandContext } from '../keys/command'
import { focusCard } from '../keys/node-keys'
import { listOrder } from '../list/list-order'
import { announce, goInside } from '../store/create-editor-store'
import { nodeIndex, wholeIndex } from '../store/node-index'

/**
 * Goes to the canvas inside of these loops, or to the workflow itself. The keyboard goes along: further in to the first
 * step or the way to add one, further out to the loop that was left.
 */
export function openLevel({ store, flow }: CommandContext, loops: readonly string[]): void {
  const { inside } = store.getState()
  const left = inside[loops.length]
  goInside(store, loops)
  const state = store.getState()
  const loop = wholeIndex(state.whole).get(loops.at(-1) ?? '')
  const count = state.document.nodes.filter((node) => kindOf(node).runs).length
  const steps = count === 0 ? 'no step yet' : count === 1 ? 'one step' : `${count} steps`
  announce(store, loop ? `Inside “${titleOf(loop)}”: ${steps}.` : 'The whole workflow.')
  // The other canvas is drawn first.
  requestAnimationFrame(() => {
    if (left !== undefined && nodeIndex(state.document).has(left)) return focusCard({ store, flow }, left)
    const first = listOrder(state.document)[0]?.id
    const start = first ? `.react-flow__node[data-id="${first}"]` : '[data-first-step]'
    document.querySelector<HTMLElement>(start)?.focus({ preventScroll: true })
  })
}

/** Into the loop that is selected. */
export function enterLoop(context: CommandContext): void {
  const { document, inside, selectedNodes } = context.store.getState()
  const [id = ''] = selectedNodes
  const node = nodeIndex(document).get(id)
  if (node && bodyOf(node)) openLevel(context, [...inside, id])
  else announce(context.store, 'Choose a loop first: only a loop has steps inside.')
}

/** Out of the loop that is looked at. */
export function leaveLoop(context: CommandContext): void {
  const { inside } = context.store.getState()
  if (inside.length > 0) openLevel(context, inside.slice(0, -1))
}
