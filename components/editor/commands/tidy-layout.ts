import { estimateSize, type Size } from '@/components/canvas/layout/card-size'
import { layOut, withPositions } from '@/components/canvas/layout/lay-out'
import type { WorkflowNode } from '@/lib/workflow/document'
import { type EditorStore, edit } from '../store/create-editor-store'

/** Lays the whole workflow out, left to right: one edit. `sizeOf` gives what the browser measured. */
export function tidyLayout(store: EditorStore, measured: (id: string) => Size | undefined): void {
  const sizeOf = (node: WorkflowNode) => measured(node.id) ?? estimateSize(node)
  edit(store, 'Tidy the layout', (document) => withPositions(document, layOut(document, sizeOf)))
}
