import { type EditorStore, edit } from '../store/create-editor-store'

/** Gives a step another name. Its id stays, so nothing that refers to it breaks. */
export function renameNode(store: EditorStore, id: string, name: string): void {
  const trimmed = name.trim().slice(0, 120)
  edit(store, `Rename to “${trimmed}”`, (document) => ({
    ...document,
    nodes: document.nodes.map((node) => {
      if (node.id !== id || trimmed === '' || node.name === trimmed) return node
      return { ...node, name: trimmed }
    }),
  }))
}
