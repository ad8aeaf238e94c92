import type { WorkflowDocument } from '@/lib/workflow/document'
import type { Issue } from '@/lib/workflow/issue'
import type { RunView } from '@/lib/workflow/views/run-view'
import type { History } from './history'

/** Where the draft stands against what the server holds. */
export type SaveState =
  | { readonly status: 'saved'; readonly at: number }
  | { readonly status: 'waiting' }
  | { readonly status: 'saving' }
  /** The server cannot be reached: the draft is kept here and sent when it can be. */
  | { readonly status: 'offline' }
  /** Someone else saved meanwhile: a person chooses. */
  | { readonly status: 'conflict' }
  | { readonly status: 'refused'; readonly message: string }

/** What the palette was opened for: where the new step goes, and what it is joined to. */
export type PaletteRequest = {
  /** The place on the canvas; absent, beside what is selected. */
  readonly at?: { readonly x: number; readonly y: number }
  /** Where the list is drawn in the window; absent, at the middle. */
  readonly anchor?: { readonly x: number; readonly y: number }
  readonly after?: { readonly node: string; readonly exit: string }
  readonly before?: { readonly node: string }
  /** The line to split, by its key. */
  readonly edge?: string
  readonly only?: 'triggers'
}

export type Dialog = 'run' | 'publish' | 'versions' | 'help' | 'find' | 'connect' | 'import' | 'conflict'

export type EditorState = {
  /** The truth: the workflow with all that its loops hold. */
  readonly whole: WorkflowDocument
  /** The loops that one has gone into, from the outside in. */
  readonly inside: readonly string[]
  /** The canvas that is looked at: the whole, or what the last of these loops does. What is drawn follows from it. */
  readonly document: WorkflowDocument
  readonly history: History<WorkflowDocument>
  readonly selectedNodes: ReadonlySet<string>
  readonly selectedEdges: ReadonlySet<string>
  readonly name: string
  /** The server's count of the draft's changes, sent back with each save. */
  readonly revision: number
  readonly save: SaveState
  readonly issues: readonly Issue[]
  /** The run that is shown, all of it. */
  readonly wholeRun: RunView | null
  /** What of it is drawn over the canvas: inside of loops one item's part. While it is there, nothing can be edited. */
  readonly run: RunView | null
  /** The item of each of the loops in `inside` whose part of the run is looked at, as far as they are chosen. */
  readonly items: readonly number[]
  /** Shown but not to be changed: an old version, a run's own version, or a reader without the right. */
  readonly readOnly: boolean
  readonly palette: PaletteRequest | null
  readonly isPaletteDocked: boolean
  /** The steps as a list in the canvas's place. */
  readonly isList: boolean
  readonly dialog: Dialog | null
  readonly isInspectorOpen: boolean
  /** A field that the inspector is asked to show and focus (`input.repo`). */
  readonly wantedField: string | null
  readonly renaming: string | null
  /** What a screen reader is told. The count makes the same words twice two announcements. */
  readonly announcement: { readonly text: string; readonly count: number }
}
