import type { WorkflowDocument } from '@/lib/workflow/document'
import type { RunView } from '@/lib/workflow/views/run-view'
import { stepOf } from './run-index'

const order = ['failed', 'unknown', 'waiting', 'running'] as const

/** The node of the drawing that somebody who watches the run wants to see: what failed, what waits, what runs. */
export function stepInFocus(run: RunView, document: WorkflowDocument): string | undefined {
  for (const status of order) {
    const node = document.nodes.find(({ id }) => stepOf(run, id)?.status === status)
    if (node) return node.id
  }
  return undefined
}
