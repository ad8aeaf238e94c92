'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** What parts of the editor ask of the page around them. */
export type EditorActions = {
  /** Saves what is waiting. */
  readonly flush: () => Promise<void>
  /** Goes on saving after a conflict, over what the other person wrote. */
  readonly keepMine: () => Promise<void>
  /** Takes what the other person wrote. Undo brings one's own back. */
  readonly takeTheirs: () => Promise<void>
  readonly showRun: (runId: string | null) => void
}

const ActionsContext = createContext<EditorActions>({
  flush: async () => {},
  keepMine: async () => {},
  takeTheirs: async () => {},
  showRun: () => {},
})

export function EditorActionsProvider({
  actions,
  children,
}: {
  actions: EditorActions
  children: ReactNode
}) {
  return <ActionsContext value={actions}>{children}</ActionsContext>
}

export function useEditorActions(): EditorActions {
  return useContext(ActionsContext)
}
