import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAutosave, type Put, type SaveAnswer } from '@/components/editor/store/autosave'
import { createEditorStore, edit, undoEdit } from '@/components/editor/store/create-editor-store'
import type { WorkflowDocument } from '@/lib/workflow/document'

const empty: WorkflowDocument = { schema: 1, nodes: [], edges: [] }

function note(text: string) {
  return (document: WorkflowDocument): WorkflowDocument => ({
    ...document,
    nodes: [...document.nodes, { id: `n${document.nodes.length}`, type: 'note', config: { text } }],
  })
}

/** A server that answers as it is told, and remembers what it was sent. */
function server(...answers: (SaveAnswer | 'unreachable')[]) {
  const received: { count: number; revision: number }[] = []
  const put: Put = async ({ document, revision }) => {
    received.push({ count: document.nodes.length, revision })
    const answer = answers.shift() ?? { outcome: 'saved', revision: revision + 1 }
    if (answer === 'unreachable') throw new Error('no connection')
    return answer
  }
  return { put, received }
}

function open(put: Put) {
  const store = createEditorStore({ document: empty, name: 'Test', revision: 1, readOnly: false, now: 0 })
  return { store, autosave: createAutosave(store, put) }
}

describe('saving the draft', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends a moment after the last edit, once, with the revision that it knows', async () => {
    const { put, received } = server()
    const { store } = open(put)
    edit(store, 'Add', note('a'))
    await vi.advanceTimersByTimeAsync(500)
    edit(store, 'Add', note('b'))
    await vi.advanceTimersByTimeAsync(500)
    expect(received).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(received).toEqual([{ count: 2, revision: 1 }])
    expect(store.getState().save.status).toBe('saved')
    expect(store.getState().revision).toBe(2)
  })

  it('sends what was edited during a save with the next one', async () => {
    const answers: ((answer: SaveAnswer) => void)[] = []
    const received: number[] = []
    const { store } = open(({ document }) => {
      received.push(document.nodes.length)
      return new Promise((resolve) => answers.push(resolve))
    })
    edit(store, 'Add', note('a'))
    await vi.advanceTimersByTimeAsync(1_000)
    edit(store, 'Add', note('b'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(received).toEqual([1])
    answers[0]?.({ outcome: 'saved', revision: 2 })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(received).toEqual([1, 2])
  })

  it('tries again until the server is there', async () => {
    const { put, received } = server('unreachable', 'unreachable')
    const { store } = open(put)
    edit(store, 'Add', note('a'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(store.getState().save.status).toBe('offline')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(received).toHaveLength(3)
    expect(store.getState().save.status).toBe('saved')
  })

  it('stops at a conflict, and goes on over it when told to', async () => {
    const { put, received } = server({ outcome: 'conflict' })
    const { store, autosave } = open(put)
    edit(store, 'Add', note('a'))
    await vi.advanceTimersByTimeAsync(1_000)
    edit(store, 'Add', note('b'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(received).toHaveLength(1)
    expect(store.getState().save.status).toBe('conflict')
    store.setState({ revision: 7 })
    autosave.resume()
    await vi.advanceTimersByTimeAsync(0)
    expect(received.at(-1)).toEqual({ count: 2, revision: 7 })
    expect(store.getState().save.status).toBe('saved')
  })

  it('takes the other version when told to, and undo brings back what was here', async () => {
    const { put, received } = server({ outcome: 'conflict' })
    const { store, autosave } = open(put)
    edit(store, 'Add', note('mine'))
    await vi.advanceTimersByTimeAsync(1_000)
    const mine = store.getState().document
    const theirs = note('theirs')(note('theirs')(empty))
    autosave.adopt(theirs, 9)
    edit(store, 'Load the other version', () => theirs)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(received).toHaveLength(1)
    undoEdit(store)
    expect(store.getState().document).toBe(mine)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(received.at(-1)).toEqual({ count: 1, revision: 9 })
  })

  it('keeps a draft that was refused, and says why', async () => {
    const { put } = server({ outcome: 'refused', message: 'It is too large.' })
    const { store } = open(put)
    edit(store, 'Add', note('a'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(store.getState().save).toEqual({ status: 'refused', message: 'It is too large.' })
  })
})
