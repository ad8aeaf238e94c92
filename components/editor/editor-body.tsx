'use client'

import { DockedPalette } from '@/components/canvas/palette/docked-palette'
import { FloatingPalette } from '@/components/canvas/palette/floating-palette'
import { Canvas } from '@/components/canvas/surface/canvas'
import { CanvasControls } from '@/components/canvas/surface/canvas-controls'
import { Inspector } from '@/components/inspector/inspector'
import { EmptyCanvas } from './empty/empty-canvas'
import { InsideBar } from './inside-bar'
import { useEditorKeys } from './keys/use-editor-keys'
import { StepList } from './list/step-list'
import { LiveRegion } from './live-region'
import { useEditor } from './store/editor-context'
import { useIsPhone } from './use-is-phone'

/** Palette, canvas (or the list in its place) and panel, side by side. */
export function EditorBody() {
  useEditorKeys()
  const name = useEditor((state) => state.name)
  const wantsList = useEditor((state) => state.isList)
  const isPhone = useIsPhone()
  const place = useEditor((state) => state.inside.join('/'))
  return (
    <div className="flex min-h-0 flex-1">
      <DockedPalette />
      <div className="relative min-w-0 flex-1">
        {wantsList || isPhone ? (
          <StepList key={place} />
        ) : (
          <>
            <Canvas key={place} label={`Canvas of ${name}`} />
            <CanvasControls />
            <InsideBar className="absolute top-3 left-3 z-20 max-w-[calc(100%-1.5rem)]" />
          </>
        )}
        <EmptyCanvas />
      </div>
      <Inspector />
      <FloatingPalette />
      <LiveRegion />
    </div>
  )
}
