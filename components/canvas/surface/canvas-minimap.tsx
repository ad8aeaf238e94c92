'use client'

import { MiniMap } from '@xyflow/react'
import { useEditor } from '@/components/editor/store/editor-context'

const worthAMap = 20

/** A map of the whole, once it is too large to see at once. */
export function CanvasMinimap() {
  const isLarge = useEditor((state) => state.document.nodes.length > worthAMap)
  if (!isLarge) return null
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel="Map of the workflow"
      className="hidden overflow-hidden rounded-card border border-line sm:block"
      nodeBorderRadius={12}
    />
  )
}
