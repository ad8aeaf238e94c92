import { createStore, type StoreApi } from 'zustand/vanilla'
import { withAllPlaced } from '@/components/canvas/layout/lay-out'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { bodyOf, changedPlace, changeInside, documentInside } from '@/lib/workflow/levels'
import type { RunView } from '@/lib/workflow/views/run-view'
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
    whole: document,
    inside: [],
    document,
    history: emptyHistory(),
    selectedNodes: new Set(),
    selectedEdges: new Set(),
    name,
    revision,
    save: { status: 'saved', at: now },
    issues: [],
    wholeRun: null,
    run: null,
    items: [],
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
  const whole = changeInside(state.whole, state.inside, () => document)
  const history = record(state.history, {
    before: state.whole,
    label,
    key: options.key,
    at: Date.now(),
  })
  store.setState({
    document,
    whole,
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
  const step = move(state.history, state.whole)
  if (!step) {
    announce(
      store,
      word === 'Undone' ? 'There is nothing more to take back.' : 'There is nothing to do again.',
    )
    return
  }
  showWhole(store, step.present)
  store.setState({ history: step.history })
  announce(store, `${word}: ${step.label}`)
}

/** Puts another whole workflow in the place of this one: one edit, on whatever canvas one is. */
export function editWhole(store: EditorStore, label: string, whole: WorkflowDocument): void {
  const state = store.getState()
  if (state.readOnly || state.run || whole === state.whole) return
  const history = record(state.history, { before: state.whole, label, key: undefined, at: Date.now() })
  store.setState({ history })
  showWhole(store, whole)
  announce(store, label)
}

/** The canvas of another whole on which it differs, or the nearest around it that is still there. */
function showWhole(store: EditorStore, whole: WorkflowDocument): void {
  const state = store.getState()
  const inside = stillThere(whole, changedPlace(state.whole, whole) ?? state.inside)
  const document = documentInside(whole, inside)
  store.setState({ whole, inside, document, ...keptSelection(state, document) })
}

/**
 * Looks at what these loops do, from the outside in; at the workflow itself without any. Over a run, at these of their
 * items, and at those that were looked at before where none is named.
 */
export function goInside(store: EditorStore, loops: readonly string[], items?: readonly number[]): void {
  const state = store.getState()
  const inside = stillThere(state.whole, loops)
  const document = withAllPlaced(documentInside(state.whole, inside))
  const kept = inside.findIndex((loop, depth) => loop !== state.inside[depth])
  const chosen = (items ?? state.items.slice(0, kept === -1 ? inside.length : kept)).slice(0, inside.length)
  store.setState({
    inside,
    document,
    items: chosen,
    run: inside.length === 0 ? state.wholeRun : null,
    selectedNodes: new Set(),
    selectedEdges: new Set(),
    palette: null,
  })
}

/** Looks at another item of the loops that one has gone into. */
export function chooseItems(store: EditorStore, items: readonly number[]): void {
  store.setState({ items: items.slice(0, store.getState().inside.length) })
}

/** Draws a run over the workflow. Inside of loops, what was done for an item is drawn once it is known. */
export function showRun(store: EditorStore, run: RunView | null): void {
  store.setState(store.getState().inside.length === 0 || !run ? { wholeRun: run, run } : { wholeRun: run })
}

/** As many of the loops as are there. */
function stillThere(whole: WorkflowDocument, loops: readonly string[]): readonly string[] {
  const there = loops.findIndex((id, depth) => {
    const loop = documentInside(whole, loops.slice(0, depth)).nodes.find((node) => node.id === id)
    return !loop || !bodyOf(loop)
  })
  return there === -1 ? loops : loops.slice(0, there)
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
