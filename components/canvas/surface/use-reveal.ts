'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { bringIntoView, focusCard } from '@/components/editor/keys/node-keys'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { nodeIndex } from '@/components/editor/store/node-index'

/** Twice: once for React to draw, once for the browser to measure. */
function afterDrawing(act: () => void): () => void {
  let second = 0
  const first = requestAnimationFrame(() => {
    second = requestAnimationFrame(act)
  })
  return () => {
    cancelAnimationFrame(first)
    cancelAnimationFrame(second)
  }
}

/** A step that was just added gets the keyboard; one whose panel opens is not left under it. */
export function useReveal(): void {
  const store = useEditorStore()
  const flow = useReactFlow()
  const document = useEditor((state) => state.document)
  const looked = useEditor(({ selectedNodes, isInspectorOpen }) =>
    isInspectorOpen && selectedNodes.size === 1 ? [...selectedNodes][0] : undefined,
  )
  const before = useRef(document)
  useEffect(() => {
    const old = nodeIndex(before.current)
    before.current = document
    const [only, other] = document.nodes.filter((node) => !old.has(node.id))
    if (!only || other || !store.getState().selectedNodes.has(only.id)) return
    return afterDrawing(() => focusCard({ store, flow }, only.id))
  }, [document, store, flow])
  useEffect(() => (looked ? afterDrawing(() => bringIntoView({ flow }, looked)) : undefined), [looked, flow])
}
