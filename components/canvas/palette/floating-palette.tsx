'use client'

import { useCallback } from 'react'
import { insertItem } from '@/components/editor/commands/insert-item'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import type { PaletteRequest } from '@/components/editor/store/editor-state'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import type { PaletteItem } from './palette-item'
import { PaletteList } from './palette-list'

/** The palette where it was asked for: at a line's end, on a line, or in the middle of the window. */
export function FloatingPalette() {
  const store = useEditorStore()
  const request = useEditor((state) => state.palette)
  return (
    <Popover
      open={request !== null}
      onOpenChange={(open) => (open ? null : store.setState({ palette: null }))}
    >
      {request ? <Shown request={request} /> : null}
    </Popover>
  )
}

function Shown({ request }: { request: PaletteRequest }) {
  const store = useEditorStore()
  const { connections } = useEditorFacts()
  const isInside = useEditor((state) => state.inside.length > 0)
  const accepts = useCallback((item: PaletteItem) => fits(item, request, isInside), [request, isInside])
  const anchor = request.anchor ?? { x: window.innerWidth / 2 - 180, y: window.innerHeight * 0.2 }
  return (
    <>
      <PopoverAnchor asChild>
        <span className="fixed size-0" style={{ left: anchor.x, top: anchor.y }} />
      </PopoverAnchor>
      <PopoverContent
        side="bottom"
        align="start"
        sideOffset={8}
        aria-label={request.only === 'triggers' ? 'Choose a trigger' : 'Add a step'}
        className="flex h-110 max-h-(--radix-popover-content-available-height) w-90 max-w-[calc(100vw-1rem)] p-0"
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <PaletteList
          autoFocus
          accepts={accepts}
          onChoose={(item) => insertItem(store, item, request, connections)}
          className="w-full"
        />
      </PopoverContent>
    </>
  )
}

function fits(item: PaletteItem, request: PaletteRequest, isInside: boolean): boolean {
  if (request.only === 'triggers') return item.isTrigger
  if (request.after || request.edge) return !item.isTrigger && item.key !== 'type:note'
  return !(isInside && item.isTrigger)
}
