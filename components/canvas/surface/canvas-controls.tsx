'use client'

import { useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus, Redo2, Undo2, Workflow } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Command } from '@/components/editor/keys/command'
import { commands, keyOf } from '@/components/editor/keys/commands'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { IconButton } from '@/components/ui/icon-button'

/** Undo, layout and zoom, at the foot of the canvas. */
export function CanvasControls() {
  const flow = useReactFlow()
  const canEdit = useEditor((state) => !state.readOnly && state.run === null)
  const hasPast = useEditor((state) => state.history.past.length > 0)
  const hasFuture = useEditor((state) => state.history.future.length > 0)
  return (
    <div
      role="toolbar"
      aria-label="Canvas"
      className="floating absolute bottom-4 left-1/2 z-10 flex -translate-x-1/2 items-center gap-0.5 p-1"
    >
      {canEdit ? (
        <>
          <CommandButton title="Undo" disabled={!hasPast}>
            <Undo2 />
          </CommandButton>
          <CommandButton title="Redo" disabled={!hasFuture}>
            <Redo2 />
          </CommandButton>
          <CommandButton title="Tidy the layout">
            <Workflow />
          </CommandButton>
          <span className="mx-1 h-5 w-px bg-line" />
        </>
      ) : null}
      <IconButton label="Smaller" size="sm" onClick={() => void flow.zoomOut({ duration: 140 })}>
        <Minus />
      </IconButton>
      <CommandButton title="Show everything">
        <Maximize />
      </CommandButton>
      <IconButton label="Larger" size="sm" onClick={() => void flow.zoomIn({ duration: 140 })}>
        <Plus />
      </IconButton>
    </div>
  )
}

type CommandButtonProps = { title: Command['title']; disabled?: boolean; children: ReactNode }

function CommandButton({ title, disabled, children }: CommandButtonProps) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const command = commands.find((each) => each.title === title)
  const shortcut = keyOf(title)
  return (
    <IconButton
      label={title}
      size="sm"
      {...(shortcut ? { shortcut } : {})}
      disabled={disabled === true}
      onClick={() => command?.run({ store, flow })}
    >
      {children}
    </IconButton>
  )
}
