'use client'

import { useEffect, useRef } from 'react'
import { renameNode } from '@/components/editor/commands/rename-node'
import { useEditorStore } from '@/components/editor/store/editor-context'

/** Renames a step in place. Enter keeps the name, Escape the old one. */
export function RenameField({ id, name }: { id: string; name: string }) {
  const store = useEditorStore()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const close = (keep: boolean) => {
    if (store.getState().renaming !== id) return
    if (keep && field.current) renameNode(store, id, field.current.value)
    store.setState({ renaming: null })
    field.current?.closest<HTMLElement>('.react-flow__node')?.focus()
  }
  return (
    <input
      ref={field}
      defaultValue={name}
      aria-label="Name of the step"
      maxLength={120}
      className="nodrag nopan -mx-1 min-w-0 flex-1 rounded-xs border border-accent bg-raised px-1 font-medium text-base outline-none"
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') close(true)
        if (event.key === 'Escape') close(false)
      }}
    />
  )
}
