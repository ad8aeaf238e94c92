import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { edgeKey } from './edge-key'
import type { EditorState } from './editor-state'
import { emptyHistory, record, redo, undo } from './history'
import { nodeIndex } from './node-index'

export type EditorStore = StoreApi<EditorState>

export type EditorStart = {
  readonly document: WorkflowDocument
  readonly name: string
  readonly revision: number
  readonly readOnly: boolean
  readonly now: number
}

/** One store for each open editor: nothing is shared between two of them. */
export function createEditorStore({ document, name, revision, readOnly, now }: EditorStart): EditorStore {
  return createStore<EditorState>(() => ({
    document,
    history: emptyHistory(),
    selectedNodes: new Set(),
    selectedEdges: new Set(),
    name,
    revision,
    save: { status: 'saved', at: now },
    issues: [],
    run: null,
    readOnly,
    palette: null,
    isPaletteDocked: false,
    isList: false,
    dialog: null,
    isInspectorOpen: false,
    wantedField: null,
    renaming: null,
    announcement: { text: '', count: 0 },
  }))
}

export type EditOptions = {
  /** Edits with one key close together are one entry of the history. */
  readonly key?: string
  /** What is selected afterwards. */
  readonly select?: readonly string[]
  /** What a screen reader is told; the label when left out and there is no key. */
  readonly say?: string
}

/** The one way a document changes. A change that gives the same document back is no edit. */
export function edit(
  store: EditorStore,
  label: string,
  change: (document: WorkflowDocument) => WorkflowDocument,
  options: EditOptions = {},
): void {
  const state = store.getState()
  if (state.readOnly || state.run) return
  const document = change(state.document)
  if (document === state.document) return
  const history = record(state.history, {
    before: state.document,
    label,
    key: options.key,
    at: Date.now(),
  })
  store.setState({
    document,
    history,
    ...keptSelection(state, document, options.select),
  })
  const words = options.say ?? (options.key ? '' : label)
  if (words) announce(store, words)
}

export function undoEdit(store: EditorStore): void {
  travel(store, undo, 'Undone')
}

export function redoEdit(store: EditorStore): void {
  travel(store, redo, 'Done again')
}

function travel(store: EditorStore, move: typeof undo, word: string): void {
  const state = store.getState()
  if (state.readOnly || state.run) return
  const step = move(state.history, state.document)
  if (!step) {
    announce(
      store,
      word === 'Undone' ? 'There is nothing more to take back.' : 'There is nothing to do again.',
    )
    return
  }
  store.setState({
    document: step.present,
    history: step.history,
    ...keptSelection(state, step.present),
  })
  announce(store, `${word}: ${step.label}`)
}

function keptSelection(state: EditorState, document: WorkflowDocument, wanted?: readonly string[]) {
  const nodes = nodeIndex(document)
  const chosen = wanted ?? [...state.selectedNodes]
  const edges = new Set(document.edges.map(edgeKey))
  return {
    selectedNodes: new Set(chosen.filter((id) => nodes.has(id))),
    selectedEdges: new Set(wanted ? [] : [...state.selectedEdges].filter((key) => edges.has(key))),
  }
}

/** Says something to whoever cannot see the canvas. */
export function announce(store: EditorStore, text: string): void {
  store.setState((state) => ({ announcement: { text, count: state.announcement.count + 1 } }))
}
