import type { ReactFlowInstance } from '@xyflow/react'
import type { EditorStore } from '../store/create-editor-store'

export type CommandContext = { readonly store: EditorStore; readonly flow: ReactFlowInstance }

/** Something a key does. The same table answers the keyboard and fills the list of keys. */
export type Command = {
  readonly title: string
  readonly group: 'Build' | 'Edit' | 'Move' | 'Run'
  /** `Mod+Shift+Z`, `F2`, `?`. The first is the one that is shown. */
  readonly keys: readonly [string, ...string[]]
  /** Changes the document: not while a run or an old version is shown. */
  readonly edits: boolean
  run(context: CommandContext): void
}
