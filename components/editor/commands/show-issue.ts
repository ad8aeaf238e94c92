import type { ReactFlowInstance } from '@xyflow/react'
import type { Issue } from '@/lib/workflow/issue'
import type { EditorStore } from '../store/create-editor-store'
import { goToNode } from './go-to-node'

/** Goes to the step of an issue, and to its field in the panel. */
export function showIssue(store: EditorStore, flow: ReactFlowInstance, issue: Issue): void {
  if (!issue.node) return
  goToNode({ store, flow }, issue.node)
  store.setState({ isInspectorOpen: true, wantedField: issue.field ?? null })
}
