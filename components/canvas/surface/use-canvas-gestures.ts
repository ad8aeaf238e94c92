'use client'

import { type Connection, type FinalConnectionState, type Node, useReactFlow } from '@xyflow/react'
import { type DragEvent, type FocusEvent, type MouseEvent, useMemo } from 'react'
import { connectNodes } from '@/components/editor/commands/connect-nodes'
import { insertItem } from '@/components/editor/commands/insert-item'
import { openLevel } from '@/components/editor/commands/open-level'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { edit } from '@/components/editor/store/create-editor-store'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'
import type { Edge } from '@/lib/workflow/document'
import { bodyOf } from '@/lib/workflow/levels'
import { withPositions } from '../layout/lay-out'
import { itemByKey } from '../palette/palette-items'
import { refusalOf } from './connect-rules'

/** The kind under which the palette's rows travel while they are dragged. */
export const draggedItem = 'application/x-handrail-item'

/** What pointers do to the canvas, as edits of the document. */
export function useCanvasGestures() {
  const store = useEditorStore()
  const flow = useReactFlow()
  const { connections } = useEditorFacts()
  return useMemo(() => {
    const moved = (nodes: readonly Node[]) => {
      const places = new Map(nodes.map((node) => [node.id, node.position]))
      const label = nodes.length === 1 ? 'Move a step' : `Move ${nodes.length} steps`
      edit(store, label, (document) => withPositions(document, places), { say: '' })
    }
    return {
      onConnect: (connection: Connection) => connectNodes(store, toEdge(connection)),
      isValidConnection: (connection: Connection | { source: string; target: string }) =>
        refusalOf(store.getState().document, toEdge(connection)) === null,
      onConnectEnd: (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
        const from = state.fromHandle
        if (state.isValid || from?.type !== 'source') return
        const point = pointOf(event)
        const after = { node: from.nodeId, exit: from.id ?? 'out' }
        const card = cardAt(point)
        // Let go over a card, not its small handle: the card was meant.
        if (card && card !== from.nodeId) {
          return connectNodes(store, { from: after.node, exit: after.exit, to: card })
        }
        const at = card ? undefined : flow.screenToFlowPosition(point)
        store.setState({ palette: { after, anchor: point, ...(at ? { at } : {}) } })
      },
      onNodeClick: (event: MouseEvent) => {
        if (!event.shiftKey && !event.metaKey && !event.ctrlKey) store.setState({ isInspectorOpen: true })
      },
      onNodeDoubleClick: (_event: MouseEvent, node: Node) => {
        const { document, inside, readOnly, run } = store.getState()
        const found = nodeIndex(document).get(node.id)
        if (found && bodyOf(found)) openLevel({ store, flow }, [...inside, node.id])
        else if (!readOnly && !run) store.setState({ renaming: node.id })
      },
      onDragStop: (_event: unknown, _node: Node, nodes: Node[]) => moved(nodes),
      onSelectionDragStop: (_event: unknown, nodes: Node[]) => moved(nodes),
      onPaneClick: () => store.setState({ palette: null }),
      /** A card reached by the keyboard is the selected one. */
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const id = event.target.matches('.react-flow__node:focus-visible') ? event.target.dataset.id : null
        if (!id || store.getState().selectedNodes.has(id)) return
        store.setState({ selectedNodes: new Set([id]), selectedEdges: new Set() })
      },
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(draggedItem)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      },
      onDrop: (event: DragEvent) => {
        const item = itemByKey(event.dataTransfer.getData(draggedItem))
        if (!item) return
        event.preventDefault()
        const point = { x: event.clientX, y: event.clientY }
        const edge = edgeAt(point)
        const at = flow.screenToFlowPosition({ x: point.x - 132, y: point.y - 26 })
        insertItem(store, item, edge ? { edge } : { at }, connections)
      },
    }
  }, [store, flow, connections])
}

function toEdge(connection: { source: string; target: string; sourceHandle?: string | null }): Edge {
  return { from: connection.source, exit: connection.sourceHandle ?? 'out', to: connection.target }
}

function pointOf(event: globalThis.MouseEvent | TouchEvent): { x: number; y: number } {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}

function cardAt({ x, y }: { x: number; y: number }): string | undefined {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('.react-flow__node')
  return found?.dataset.id
}

function edgeAt({ x, y }: { x: number; y: number }): string | undefined {
  const found = document.elementFromPoint(x, y)?.closest('.react-flow__edge')
  return found?.getAttribute('data-id') ?? undefined
}
