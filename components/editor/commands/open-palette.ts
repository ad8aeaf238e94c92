import { exitsOf } from '@/lib/workflow/nodes/exits-of'
import type { EditorStore } from '../store/create-editor-store'
import { edgeKey } from '../store/edge-key'
import type { EditorState, PaletteRequest } from '../store/editor-state'
import { nodeIndex } from '../store/node-index'

/** Where the next step goes when nobody said: after the selected one, if it has an exit that leads nowhere yet. */
export function nextPlace(state: EditorState): PaletteRequest {
  const after = afterSelected(state)
  return after && !state.document.edges.some((edge) => edge.from === after.node && edge.exit === after.exit)
    ? { after }
    : {}
}

function afterSelected({ document, selectedNodes }: EditorState): { node: string; exit: string } | null {
  const [id, other] = selectedNodes
  const node = id && !other ? nodeIndex(document).get(id) : undefined
  if (!node) return null
  const exits = exitsOf(node)
  const free = exits.find(
    ({ exit }) => !document.edges.some((edge) => edge.from === node.id && edge.exit === exit),
  )
  const exit = free ?? exits[0]
  return exit ? { node: node.id, exit: exit.exit } : null
}

/** `N`: the palette, for a step beside what is selected. */
export function openPalette(store: EditorStore): void {
  const state = store.getState()
  if (state.readOnly || state.run) return
  store.setState({ palette: nextPlace(state) })
}

/** `A`: the palette, for a step after the selected one, before what follows it now. */
export function openPaletteAfter(store: EditorStore): void {
  const state = store.getState()
  if (state.readOnly || state.run) return
  const after = afterSelected(state)
  if (!after) {
    store.setState({ palette: {} })
    return
  }
  const [line, other] = state.document.edges.filter(
    (edge) => edge.from === after.node && edge.exit === after.exit,
  )
  store.setState({ palette: line && !other ? { edge: edgeKey(line) } : { after } })
}
