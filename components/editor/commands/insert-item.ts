import { cardWidth, estimateSize, type Point } from '@/components/canvas/layout/card-size'
import { freePlace } from '@/components/canvas/layout/free-place'
import type { PaletteItem } from '@/components/canvas/palette/palette-item'
import { noteRecent } from '@/components/canvas/palette/recent-items'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { addNode, type Join } from '@/lib/workflow/edits/add-node'
import { freshId } from '@/lib/workflow/edits/fresh-id'
import { type EditorStore, edit } from '../store/create-editor-store'
import { edgeOf } from '../store/edge-key'
import type { PaletteRequest } from '../store/editor-state'
import { nodeIndex, wholeIndex } from '../store/node-index'

const gap = 88

/** Clear of the corner of a canvas that was not moved yet. */
const firstPlace: Point = { x: 56, y: 160 }

/** Puts a row of the palette on the canvas: in its place, joined as asked, selected, with its panel open. */
export function insertItem(
  store: EditorStore,
  item: PaletteItem,
  request: PaletteRequest,
  connections: readonly ConnectionView[],
): void {
  const { document, whole } = store.getState()
  const id = freshId(item.title, new Set(wholeIndex(whole).keys()))
  const made = withOnlyConnection(item.make(id), item, connections)
  const join = joinOf(document, request, item)
  const size = estimateSize(made)
  const wanted = request.at ?? placeFor(document, join)
  const room =
    join && 'edge' in join ? withRoom(document, join.edge.to, wanted.x + cardWidth + gap) : document
  const position = freePlace(room, { ...wanted, ...size })
  edit(store, `Add “${item.title}”`, () => addNode(room, { ...made, position }, join), { select: [id] })
  noteRecent(item.key)
  store.setState({ palette: null, isInspectorOpen: true })
}

function joinOf(document: WorkflowDocument, request: PaletteRequest, item: PaletteItem): Join {
  if (item.isTrigger || item.key === 'type:note') return null
  if (request.after) return { after: request.after }
  const edge = request.edge ? edgeOf(document, request.edge) : undefined
  return edge ? { edge } : null
}

/** When only one account of the product is there, it is chosen. */
function withOnlyConnection(
  node: WorkflowNode,
  item: PaletteItem,
  connections: readonly ConnectionView[],
): WorkflowNode {
  const [only, other] = connections.filter((connection) => connection.connector === item.connector)
  return node.type === 'action' && only && !other ? { ...node, connection: only.id } : node
}

function placeFor(document: WorkflowDocument, join: Join): Point {
  const index = nodeIndex(document)
  const from = join ? index.get('after' in join ? join.after.node : join.edge.from) : undefined
  if (from?.position) return { x: from.position.x + cardWidth + gap, y: from.position.y }
  const placed = document.nodes.flatMap((node) => (node.position ? [node.position] : []))
  if (placed.length === 0) return firstPlace
  const right = Math.max(...placed.map(({ x }) => x))
  const last = placed.find(({ x }) => x === right)
  return { x: right + cardWidth + gap, y: last?.y ?? 0 }
}

/** Moves what comes after a split line to the right, when the new card would not fit between. */
function withRoom(document: WorkflowDocument, next: string, needed: number): WorkflowDocument {
  const start = nodeIndex(document).get(next)?.position
  const shift = start ? needed - start.x : 0
  if (!start || shift <= 0) return document
  return {
    ...document,
    nodes: document.nodes.map((node) =>
      node.position && node.position.x >= start.x
        ? { ...node, position: { x: node.position.x + shift, y: node.position.y } }
        : node,
    ),
  }
}
