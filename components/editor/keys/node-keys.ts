import { titleOf } from '@/components/canvas/card/title-of'
import { type Direction, neighbourOf } from '../commands/neighbour'
import { announce } from '../store/create-editor-store'
import { nodeIndex } from '../store/node-index'
import type { CommandContext } from './command'

function onlySelected({ store }: CommandContext): string | null {
  const [id, other] = store.getState().selectedNodes
  return id && !other ? id : null
}

/** Gives a card the keyboard, and brings it into view. */
export function focusCard({ store, flow }: CommandContext, id: string): void {
  store.setState({ selectedNodes: new Set([id]), selectedEdges: new Set() })
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)?.focus({ preventScroll: true })
  })
  bringIntoView({ flow }, id)
}

const margin = 24

/** Moves the canvas as little as needed for the card to be wholly on it. */
export function bringIntoView({ flow }: Pick<CommandContext, 'flow'>, id: string): void {
  const node = flow.getInternalNode(id)
  const frame = document.querySelector('.workflow-canvas')?.getBoundingClientRect()
  if (!node || !frame) return
  const { x, y } = node.internals.positionAbsolute
  const { width = 264, height = 124 } = node.measured
  const start = flow.flowToScreenPosition({ x, y })
  const end = flow.flowToScreenPosition({ x: x + width, y: y + height })
  const right = shift({ start: start.x, end: end.x }, { start: frame.left, end: frame.right })
  const down = shift({ start: start.y, end: end.y }, { start: frame.top, end: frame.bottom })
  if (right === 0 && down === 0) return
  const view = flow.getViewport()
  void flow.setViewport({ ...view, x: view.x + right, y: view.y + down }, { duration: 180 })
}

type Span = { readonly start: number; readonly end: number }

/** How far something must move to be within a frame; its beginning counts when it is larger than the frame. */
function shift(thing: Span, frame: Span): number {
  if (thing.start < frame.start + margin) return frame.start + margin - thing.start
  const over = thing.end - (frame.end - margin)
  return over > 0 ? -Math.min(over, thing.start - frame.start - margin) : 0
}

export function goTo(context: CommandContext, direction: Direction): void {
  const { document } = context.store.getState()
  const from = onlySelected(context)
  const to = from ? neighbourOf(document, from, direction) : document.nodes[0]?.id
  if (to) {
    focusCard(context, to)
    return
  }
  const node = from ? nodeIndex(document).get(from) : undefined
  if (node) announce(context.store, `Nothing ${words[direction]} “${titleOf(node)}”.`)
}

const words = { left: 'before', right: 'after', up: 'above', down: 'below' } as const

export function openInspector(context: CommandContext): void {
  if (!onlySelected(context)) return
  context.store.setState({ isInspectorOpen: true })
  requestAnimationFrame(() => {
    const panel = document.querySelector<HTMLElement>('[data-inspector]')
    panel
      ?.querySelector<HTMLElement>('[data-first-field], input, textarea, [contenteditable], button')
      ?.focus()
  })
}

/** Closes the panel; its card gets the keyboard, wherever that was. */
export function closeInspector(context: CommandContext): void {
  const id = onlySelected(context)
  context.store.setState({ isInspectorOpen: false })
  if (id) focusCard(context, id)
}

export function startRename(context: CommandContext): void {
  const id = onlySelected(context)
  if (id) context.store.setState({ renaming: id })
}
