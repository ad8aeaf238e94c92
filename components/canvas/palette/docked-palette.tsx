'use client'

import { X } from 'lucide-react'
import type { DragEvent } from 'react'
import { draggedItem } from '@/components/canvas/surface/use-canvas-gestures'
import { insertItem } from '@/components/editor/commands/insert-item'
import { nextPlace } from '@/components/editor/commands/open-palette'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { IconButton } from '@/components/ui/icon-button'
import type { PaletteItem } from './palette-item'
import { PaletteList } from './palette-list'

const everything = () => true
const noTriggers = (item: PaletteItem) => !item.isTrigger

/** The palette as a column at the left: rows can be dragged onto the canvas, or pressed. */
export function DockedPalette() {
  const store = useEditorStore()
  const { connections } = useEditorFacts()
  const isInside = useEditor((state) => state.inside.length > 0)
  const isOpen = useEditor((state) => state.isPaletteDocked && !state.readOnly && state.run === null)
  if (!isOpen) return null
  const drag = (event: DragEvent, item: PaletteItem) => {
    event.dataTransfer.setData(draggedItem, item.key)
    event.dataTransfer.effectAllowed = 'copy'
  }
  return (
    <aside
      aria-label="Steps to add"
      className="hidden w-76 shrink-0 flex-col border-line border-r bg-surface md:flex"
    >
      <header className="flex h-11 items-center gap-2 pr-2 pl-4">
        <h2 className="flex-1 text-base">Add a step</h2>
        <IconButton
          label="Close the list"
          size="sm"
          onClick={() => store.setState({ isPaletteDocked: false })}
        >
          <X />
        </IconButton>
      </header>
      <PaletteList
        accepts={isInside ? noTriggers : everything}
        onDragStart={drag}
        onChoose={(item) => insertItem(store, item, nextPlace(store.getState()), connections)}
        className="flex-1"
      />
    </aside>
  )
}
