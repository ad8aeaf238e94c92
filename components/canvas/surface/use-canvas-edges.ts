'use client'

import type { EdgeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { type CanvasEdge, toCanvasEdges } from './canvas-edges'

/** The lines as React Flow draws them. They have no state of their own. */
export function useCanvasEdges() {
  const store = useEditorStore()
  const document = useEditor((state) => state.document)
  const selected = useEditor((state) => state.selectedEdges)
  const before = useRef<CanvasEdge[]>([])
  const edges = useMemo(() => {
    before.current = toCanvasEdges(document, selected, before.current)
    return before.current
  }, [document, selected])

  const onEdgesChange = useCallback(
    (changes: EdgeChange<CanvasEdge>[]) => {
      const now = new Set(store.getState().selectedEdges)
      let changed = false
      for (const change of changes) {
        if (change.type !== 'select') continue
        changed = true
        if (change.selected) now.add(change.id)
        else now.delete(change.id)
      }
      if (changed) store.setState({ selectedEdges: now })
    },
    [store],
  )

  return { edges, onEdgesChange }
}
