import { titleOf } from '@/components/canvas/card/title-of'
import { fragmentOf, pasteNodes } from '@/lib/workflow/edits/paste-nodes'
import { removeEdges, removeNodes } from '@/lib/workflow/edits/remove-nodes'
import { type EditorStore, edit } from '../store/create-editor-store'
import { edgeOf } from '../store/edge-key'
import { nodeIndex, wholeIndex } from '../store/node-index'

/** Takes away what is selected: steps (their neighbours are joined again) and lines. */
export function deleteSelection(store: EditorStore): void {
  const { document, selectedNodes, selectedEdges } = store.getState()
  const lines = [...selectedEdges].flatMap((key) => edgeOf(document, key) ?? [])
  const [first] = selectedNodes
  if (!first && lines.length === 0) return
  const node = first ? nodeIndex(document).get(first) : undefined
  const what = !node
    ? lines.length === 1
      ? 'a line'
      : `${lines.length} lines`
    : selectedNodes.size === 1
      ? `“${titleOf(node)}”`
      : `${selectedNodes.size} steps`
  edit(store, `Delete ${what}`, (before) => removeNodes(removeEdges(before, lines), selectedNodes), {
    select: [],
  })
}

export function duplicateSelection(store: EditorStore): void {
  const { document, whole, selectedNodes } = store.getState()
  if (selectedNodes.size === 0) return
  const fragment = fragmentOf(document, selectedNodes)
  const copy = pasteNodes(document, fragment, { x: 40, y: 48 }, wholeIndex(whole).keys())
  edit(
    store,
    selectedNodes.size === 1 ? 'Duplicate a step' : `Duplicate ${selectedNodes.size} steps`,
    () => copy.document,
    {
      select: copy.ids,
    },
  )
}

export function selectAll(store: EditorStore): void {
  const { document } = store.getState()
  store.setState({
    selectedNodes: new Set(document.nodes.map((node) => node.id)),
    selectedEdges: new Set(),
  })
}

export function selectOnly(store: EditorStore, id: string): void {
  store.setState({ selectedNodes: new Set([id]), selectedEdges: new Set() })
}
