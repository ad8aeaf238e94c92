import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyHistory, type History, record, redo, undo } from '@/components/editor/store/history'

type State = { history: History<number>; present: number }

function edit(state: State, to: number, at: number, key?: string): State {
  return {
    history: record(state.history, { before: state.present, label: `to ${to}`, key, at }),
    present: to,
  }
}

describe('the history of a document', () => {
  it('takes any number of edits back, and makes them again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), (values) => {
        let state: State = { history: emptyHistory(), present: -1 }
        const seen = [state.present]
        for (const [at, value] of values.entries()) {
          state = edit(state, value, at)
          seen.push(value)
        }
        for (const expected of seen.slice(0, -1).reverse()) {
          const step = undo(state.history, state.present)
          state = step ?? state
          expect(state.present).toBe(expected)
        }
        expect(undo(state.history, state.present)).toBeNull()
        for (const expected of seen.slice(1)) {
          const step = redo(state.history, state.present)
          state = step ?? state
          expect(state.present).toBe(expected)
        }
        expect(redo(state.history, state.present)).toBeNull()
      }),
    )
  })

  it('keeps typing in one field as one entry, and another field as the next', () => {
    let state: State = { history: emptyHistory(), present: 0 }
    state = edit(state, 1, 0, 'title')
    state = edit(state, 2, 200, 'title')
    state = edit(state, 3, 400, 'body')
    expect(state.history.past).toHaveLength(2)
    expect(undo(state.history, state.present)?.present).toBe(2)
  })

  it('starts a new entry after a pause', () => {
    let state: State = { history: emptyHistory(), present: 0 }
    state = edit(state, 1, 0, 'title')
    state = edit(state, 2, 60_000, 'title')
    expect(state.history.past).toHaveLength(2)
  })

  it('forgets what was undone once something else is edited', () => {
    let state: State = { history: emptyHistory(), present: 0 }
    state = edit(state, 1, 0)
    const back = undo(state.history, state.present)
    state = edit(back ?? state, 2, 1)
    expect(redo(state.history, state.present)).toBeNull()
  })
})
