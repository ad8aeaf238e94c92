'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { focusCard } from '@/components/editor/keys/node-keys'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'

/** A step that was just added gets the keyboard, and the canvas moves when it would not be seen. */
export function useRevealAdded(): void {
  const store = useEditorStore()
  const flow = useReactFlow()
  const document = useEditor((state) => state.document)
  const before = useRef(document)
  useEffect(() => {
    const old = nodeIndex(before.current)
    before.current = document
    const added = document.nodes.filter((node) => !old.has(node.id))
    const [only, other] = added
    if (!only || other || !store.getState().selectedNodes.has(only.id)) return
    // Twice: once for React to draw the card, once for the browser to measure it.
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => focusCard({ store, flow }, only.id)),
    )
    return () => cancelAnimationFrame(frame)
  }, [document, store, flow])
}
