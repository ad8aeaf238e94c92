'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { EditorStore } from './create-editor-store'
import type { EditorState } from './editor-state'

const EditorContext = createContext<EditorStore | null>(null)

export function EditorStoreProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return <EditorContext value={store}>{children}</EditorContext>
}

/** The store of the editor that this component is in, for commands. It never changes. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext)
  if (!store) throw new Error('Used outside an editor: wrap it in EditorStoreProvider.')
  return store
}

/** One part of the editor's state. Select the smallest part that is drawn. */
export function useEditor<Part>(select: (state: EditorState) => Part): Part {
  return useStore(useEditorStore(), select)
}
