'use client'

import { DockedPalette } from '@/components/canvas/palette/docked-palette'
import { FloatingPalette } from '@/components/canvas/palette/floating-palette'
import { Canvas } from '@/components/canvas/surface/canvas'
import { CanvasControls } from '@/components/canvas/surface/canvas-controls'
import { Inspector } from '@/components/inspector/inspector'
import { useEditorKeys } from './keys/use-editor-keys'
import { LiveRegion } from './live-region'
import { useEditor } from './store/editor-context'

/** Palette, canvas and panel side by side. */
export function EditorBody() {
  useEditorKeys()
  const name = useEditor((state) => state.name)
  return (
    <div className="flex min-h-0 flex-1">
      <DockedPalette />
      <div className="relative min-w-0 flex-1">
        <Canvas label={`Canvas of ${name}`} />
        <CanvasControls />
      </div>
      <Inspector />
      <FloatingPalette />
      <LiveRegion />
    </div>
  )
}
