'use client'

import { useNodesInitialized, useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { bringIntoView } from '@/components/editor/keys/node-keys'
import { useEditor } from '@/components/editor/store/editor-context'
import { stepInFocus } from '@/components/editor/store/step-in-focus'

/**
 * Keeps the step that a run has come to on the canvas, until the reader moves the canvas. Gives what the canvas calls
 * when it is moved.
 */
export function useFollowRun(): (event: MouseEvent | TouchEvent | null) => void {
  const flow = useReactFlow()
  const measured = useNodesInitialized()
  const isLetGo = useRef(false)
  const runId = useEditor((state) => state.run?.id)
  const step = useEditor((state) => (state.run ? stepInFocus(state.run, state.document) : undefined))
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is followed anew.
  useEffect(() => {
    isLetGo.current = false
  }, [runId])
  useEffect(() => {
    if (!measured || !step || isLetGo.current) return
    // After the opening view, which shows the beginning.
    const frame = requestAnimationFrame(() => bringIntoView({ flow }, step))
    return () => cancelAnimationFrame(frame)
  }, [measured, step, flow])
  // A movement by the program has no event.
  return (event) => {
    if (event) isLetGo.current = true
  }
}
