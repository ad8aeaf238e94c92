import { describe, expect, it } from 'vitest'
import { pasteText, toClipboardText } from '@/components/editor/commands/clipboard'
import { deleteSelection } from '@/components/editor/commands/selection-edits'
import { fromPlaceWords, toPlaceWords } from '@/components/editor/run/place-address'
import {
  createEditorStore,
  type EditorStore,
  edit,
  goInside,
  redoEdit,
  undoEdit,
} from '@/components/editor/store/create-editor-store'
import { itemAt, runOfItem, stepsWithin } from '@/components/editor/store/run-here'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { allNodes } from '@/lib/workflow/levels'
import { runView, stepView } from '../support/run-view'

const position = { x: 0, y: 0 }
const set = (id: string): WorkflowNode => ({ id, type: 'set', config: { fields: [] }, position })
const each = (id: string, nodes: WorkflowNode[]): WorkflowNode => ({
  id,
  type: 'each',
  position,
  config: { items: { value: [] }, concurrency: 1, onError: 'stop', body: { nodes, edges: [] } },
})
const form: WorkflowNode = { id: 'form', type: 'trigger.form', position, config: { fields: [] } }

/** form, every [ a, inner [ b ] ], after */
const document: WorkflowDocument = {
  schema: 1,
  nodes: [form, each('every', [set('a'), each('inner', [set('b')])]), set('after')],
  edges: [
    { from: 'form', exit: 'out', to: 'every' },
    { from: 'every', exit: 'out', to: 'after' },
  ],
}
const open = (): EditorStore =>
  createEditorStore({ document, name: 'Test', revision: 1, readOnly: false, now: 0 })
const idsOf = (whole: WorkflowDocument) => allNodes(whole).map(({ id }) => id)

function remove(store: EditorStore, id: string): void {
  store.setState({ selectedNodes: new Set([id]) })
  deleteSelection(store)
}

describe('inside of a loop', () => {
  it('an edit changes the whole workflow, and is taken back where it was made', () => {
    const store = open()
    goInside(store, ['every', 'inner'])
    remove(store, 'b')
    expect(idsOf(store.getState().whole)).not.toContain('b')
    goInside(store, [])
    undoEdit(store)
    expect(store.getState().inside).toEqual(['every', 'inner'])
    expect(store.getState().document.nodes.map(({ id }) => id)).toEqual(['b'])
    expect(store.getState().whole).toEqual(document)
    goInside(store, ['every'])
    redoEdit(store)
    expect(store.getState().inside).toEqual(['every', 'inner'])
    expect(store.getState().document.nodes).toEqual([])
  })

  it('leads out when what is taken back stands around it', () => {
    const store = open()
    edit(store, 'Rename', (before) => ({
      ...before,
      nodes: before.nodes.map((node) => (node.id === 'every' ? { ...node, name: 'For all' } : node)),
    }))
    goInside(store, ['every'])
    undoEdit(store)
    expect(store.getState().inside).toEqual([])
  })

  it('takes pasted steps, but no trigger', () => {
    const store = open()
    goInside(store, ['every'])
    const copied = toClipboardText({
      nodes: [form, set('after')],
      edges: [{ from: 'form', exit: 'out', to: 'after' }],
    })
    expect(pasteText(store, copied)).toBe(true)
    expect(store.getState().document.nodes.map(({ type }) => type)).toEqual(['set', 'each', 'set'])
    expect(store.getState().document.edges).toEqual([])
    expect(new Set(idsOf(store.getState().whole)).size).toBe(idsOf(store.getState().whole).length)
  })

  it('gives a copied loop new names throughout when it is pasted into another one', () => {
    const store = open()
    goInside(store, ['every'])
    const [, inner] = store.getState().document.nodes
    if (!inner) throw new Error('The loop is not there.')
    const text = toClipboardText({ nodes: [inner], edges: [] })
    goInside(store, ['every', 'inner'])
    expect(pasteText(store, text)).toBe(true)
    const ids = idsOf(store.getState().whole)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(8)
  })

  it.each([
    { words: '', place: { inside: [], items: [] } },
    { words: 'every', place: { inside: ['every'], items: [] } },
    { words: 'every.inner', place: { inside: ['every', 'inner'], items: [] } },
    { words: 'every[3].inner[0]', place: { inside: ['every', 'inner'], items: [3, 0] } },
    { words: 'every[3].inner', place: { inside: ['every', 'inner'], items: [3] } },
  ])('is named in the address as "$words"', ({ words, place }) => {
    expect(toPlaceWords(place)).toBe(words)
    expect(fromPlaceWords(words)).toEqual(place)
  })

  it('stays outside for an address that names what is no loop', () => {
    const store = open()
    const { inside, items } = fromPlaceWords('after[2].nowhere')
    goInside(store, inside, items)
    expect(store.getState().inside).toEqual([])
  })
})

describe('a run inside of a loop', () => {
  it('is what was done for one item', () => {
    expect(itemAt(['every', 'inner'], [3])).toBeNull()
    expect(itemAt(['every', 'inner'], [3, 0])).toBe('every[3].inner[0]')
    const run = runView({
      status: 'running',
      steps: [
        stepView({ path: 'every', node: 'every', type: 'each' }),
        stepView({ path: 'every[1].a', node: 'a', parent: 'every[1]', status: 'failed' }),
        stepView({ path: 'every[1].inner[0].b', node: 'b', parent: 'every[1].inner[0]' }),
        stepView({ path: 'every[10].a', node: 'a', parent: 'every[10]' }),
      ],
    })
    const steps = stepsWithin(run, 'every[1]')
    expect(steps.map(({ path }) => path)).toEqual(['every[1].a'])
    const here = runOfItem(run, { item: 'every[1]', steps, status: 'failed' })
    expect(here.status).toBe('failed')
    expect(here.steps.map(({ node, parent }) => [node, parent])).toEqual([['a', null]])
  })
})
