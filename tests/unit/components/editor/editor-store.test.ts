import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromClipboardText, pasteText, toClipboardText } from '@/components/editor/commands/clipboard'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { deleteSelection, duplicateSelection } from '@/components/editor/commands/selection-edits'
import {
  createEditorStore,
  type EditorStore,
  edit,
  redoEdit,
  undoEdit,
} from '@/components/editor/store/create-editor-store'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'

const set = (id: string): WorkflowNode => ({
  id,
  type: 'set',
  config: { fields: [] },
  position: { x: 0, y: 0 },
})

/** a ─ b ─ c */
const chain: WorkflowDocument = {
  schema: 1,
  nodes: [set('a'), set('b'), set('c')],
  edges: [
    { from: 'a', exit: 'out', to: 'b' },
    { from: 'b', exit: 'out', to: 'c' },
  ],
}

function open(document = chain): EditorStore {
  return createEditorStore({ document, name: 'Test', revision: 1, readOnly: false, now: 0 })
}

function select(store: EditorStore, ...ids: string[]) {
  store.setState({ selectedNodes: new Set(ids) })
}

/** Edits as a person makes them, on whatever is there. */
const edits: Readonly<Record<string, (store: EditorStore) => void>> = {
  delete: (store) => deleteSelection(store),
  duplicate: (store) => duplicateSelection(store),
  rename: (store) => {
    const [node] = store.getState().document.nodes
    if (node) replaceNode(store, { ...node, name: `${node.name ?? ''}x` })
  },
  move: (store) =>
    edit(store, 'Move', (document) => ({
      ...document,
      nodes: document.nodes.map((node) => ({ ...node, position: { x: (node.position?.x ?? 0) + 8, y: 0 } })),
    })),
}

describe('the editor', () => {
  it('takes every edit back, and makes it again, whatever they were', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(edits)), { maxLength: 20 })
    fc.assert(
      fc.property(names, fc.array(fc.nat(20), { maxLength: 20 }), (steps, choices) => {
        const store = open()
        const seen = [store.getState().document]
        for (const [index, name] of steps.entries()) {
          const { nodes } = store.getState().document
          const chosen = nodes[(choices[index] ?? 0) % Math.max(1, nodes.length)]
          select(store, ...(chosen ? [chosen.id] : []))
          edits[name]?.(store)
          const { document } = store.getState()
          if (document !== seen.at(-1)) seen.push(document)
        }
        for (const document of seen.slice(0, -1).reverse()) {
          undoEdit(store)
          expect(store.getState().document).toBe(document)
        }
        for (const document of seen.slice(1)) {
          redoEdit(store)
          expect(store.getState().document).toBe(document)
        }
      }),
    )
  })

  it('never keeps a step selected that is not there', () => {
    const store = open()
    select(store, 'a')
    duplicateSelection(store)
    expect([...store.getState().selectedNodes]).toEqual(['a_2'])
    undoEdit(store)
    expect([...store.getState().selectedNodes]).toEqual([])
  })

  it('joins the neighbours of a step that is deleted, and keeps lines that are not selected', () => {
    const store = open()
    select(store, 'b')
    deleteSelection(store)
    expect(store.getState().document.edges).toEqual([{ from: 'a', exit: 'out', to: 'c' }])
  })

  it('changes nothing while an old version is shown', () => {
    const store = createEditorStore({ document: chain, name: 'Old', revision: 0, readOnly: true, now: 0 })
    select(store, 'b')
    deleteSelection(store)
    expect(store.getState().document).toBe(chain)
  })

  it('takes away the lines of an exit that a step no longer has', () => {
    const condition: WorkflowNode = {
      id: 'if',
      type: 'condition',
      config: { branches: [{ exit: 'yes', when: { all: [] } }], otherwise: 'no' },
    }
    const store = open({
      schema: 1,
      nodes: [condition, set('a')],
      edges: [
        { from: 'if', exit: 'yes', to: 'a' },
        { from: 'if', exit: 'no', to: 'a' },
      ],
    })
    replaceNode(store, { ...condition, config: { branches: [], otherwise: 'no' } })
    expect(store.getState().document.edges).toEqual([{ from: 'if', exit: 'no', to: 'a' }])
  })
})

describe('the clipboard', () => {
  it('carries steps from one workflow to another', () => {
    const text = toClipboardText({ nodes: chain.nodes.slice(0, 2), edges: chain.edges.slice(0, 1) })
    const other = open({ schema: 1, nodes: [set('a')], edges: [] })
    expect(pasteText(other, text)).toBe(true)
    expect(other.getState().document.nodes.map((node) => node.id)).toEqual(['a', 'a_2', 'b'])
    expect(other.getState().document.edges).toEqual([{ from: 'a_2', exit: 'out', to: 'b' }])
  })

  it('leaves other text alone', () => {
    expect(fromClipboardText('just words')).toBeNull()
    expect(fromClipboardText('{"nodes":[]}')).toBeNull()
    expect(pasteText(open(), 'just words')).toBe(false)
  })
})
