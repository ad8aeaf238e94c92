'use client'

import { useNodesInitialized, useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'

/** Shows the whole drawing once its cards are measured, and again when its place changes size. */
export function WholeView() {
  const { fitView } = useReactFlow()
  const measured = useNodesInitialized()
  useEffect(() => {
    if (!measured) return
    const showAll = () => void fitView({ padding: 0.12, maxZoom: 1 })
    // After the opening view of the editor, which shows only the beginning of a long drawing.
    const frame = requestAnimationFrame(showAll)
    window.addEventListener('resize', showAll)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('resize', showAll)
    }
  }, [measured, fitView])
  return null
}
