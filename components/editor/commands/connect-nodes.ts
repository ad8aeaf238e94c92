import { refusalOf } from '@/components/canvas/surface/connect-rules'
import { toast } from '@/components/ui/toast'
import type { Edge } from '@/lib/workflow/document'
import { announce, type EditorStore, edit } from '../store/create-editor-store'

/** Draws a line, or says why not. */
export function connectNodes(store: EditorStore, edge: Edge): boolean {
  const refusal = refusalOf(store.getState().document, edge)
  if (refusal) {
    toast.failed(refusal)
    announce(store, refusal)
    return false
  }
  edit(store, 'Connect two steps', (document) => ({ ...document, edges: [...document.edges, edge] }))
  return true
}
