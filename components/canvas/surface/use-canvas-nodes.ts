'use client'

import { applyNodeChanges, type NodeChange } from '@xyflow/react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import type { Point } from '../layout/card-size'
import { type CanvasNode, toCanvasNodes } from './canvas-nodes'

const glideMs = 220

/**
 * React Flow's own copy of the cards: where they are while one is dragged, and how large they were measured. It
 * follows the document and the selection; the document hears of a drag once, when it ends.
 */
export function useCanvasNodes() {
  const store = useEditorStore()
  const document = useEditor((state) => state.document)
  const selected = useEditor((state) => state.selectedNodes)
  const [nodes, setNodes] = useState(() => toCanvasNodes(document, selected, []))
  const latest = useRef(nodes)
  const frame = useRef(0)
  latest.current = nodes

  useLayoutEffect(() => {
    cancelAnimationFrame(frame.current)
    const before = latest.current
    const after = toCanvasNodes(document, selected, before)
    if (after === before) return
    const starts = movedFrom(before, after)
    if (starts.size === 0 || prefersStillness()) return setNodes(after)
    const ends = new Map(after.map((node) => [node.id, node.position]))
    const start = performance.now()
    const glide = (now: number) => {
      const part = Math.min(1, (now - start) / glideMs)
      // Positions only: what React Flow measured meanwhile stays.
      setNodes((current) => between(current, starts, ends, ease(part)))
      if (part < 1) frame.current = requestAnimationFrame(glide)
    }
    setNodes(between(after, starts, ends, 0))
    frame.current = requestAnimationFrame(glide)
  }, [document, selected])

  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const rest = changes.filter((change) => change.type !== 'select' && change.type !== 'remove')
      const selects = changes.filter((change) => change.type === 'select')
      if (rest.length > 0) setNodes((before) => applyNodeChanges(rest, before))
      if (selects.length === 0) return
      const now = new Set(store.getState().selectedNodes)
      for (const { id, selected: isSelected } of selects) {
        if (isSelected) now.add(id)
        else now.delete(id)
      }
      store.setState({ selectedNodes: now })
    },
    [store],
  )

  return { nodes, onNodesChange }
}

function movedFrom(before: readonly CanvasNode[], after: readonly CanvasNode[]): ReadonlyMap<string, Point> {
  const old = new Map(before.map((node) => [node.id, node.position]))
  return new Map(
    after.flatMap((node) => {
      const from = old.get(node.id)
      const isStill = !from || (from.x === node.position.x && from.y === node.position.y)
      return isStill ? [] : [[node.id, from]]
    }),
  )
}

function between(
  nodes: readonly CanvasNode[],
  starts: ReadonlyMap<string, Point>,
  ends: ReadonlyMap<string, Point>,
  part: number,
): CanvasNode[] {
  return nodes.map((node) => {
    const from = starts.get(node.id)
    const to = ends.get(node.id)
    if (!from || !to) return node
    const x = from.x + (to.x - from.x) * part
    const y = from.y + (to.y - from.y) * part
    return { ...node, position: { x, y } }
  })
}

function ease(part: number): number {
  return 1 - (1 - part) ** 3
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
