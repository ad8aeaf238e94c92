import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** A field of one line: what is pasted with line breaks gets spaces in their place. */
export const oneLine: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction
  const insert = transaction.newDoc.toString().replace(/\s*\n\s*/g, ' ')
  return {
    changes: { from: 0, to: transaction.startState.doc.length, insert },
    selection: { anchor: Math.min(transaction.newSelection.main.head, insert.length) },
  }
})

/** Opens the data picker when `/` is typed where a word may begin; within a word or an address it is a sign. */
export function askOnSlash(ask: (at: { x: number; y: number }) => void): Extension {
  return EditorView.updateListener.of((update) => {
    if (!update.docChanged || !update.transactions.some((each) => each.isUserEvent('input.type'))) return
    const { head, empty } = update.state.selection.main
    if (!empty || update.state.sliceDoc(head - 1, head) !== '/') return
    if (!/^$|[\s(>}]/.test(update.state.sliceDoc(head - 2, head - 1))) return
    const isTyped = update.changes.newLength === update.startState.doc.length + 1
    if (!isTyped) return
    const { view } = update
    view.requestMeasure({
      read: () => view.coordsAtPos(head),
      write: (place) => ask({ x: place?.left ?? 0, y: place?.bottom ?? 0 }),
    })
  })
}
