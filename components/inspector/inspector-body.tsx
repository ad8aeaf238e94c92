'use client'

import { NodeSentence } from '@/components/canvas/card/node-sentence'
import { useEditor } from '@/components/editor/store/editor-context'
import { Alert } from '@/components/ui/alert'
import type { WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { KindEditor } from './kinds/kind-editor'
import { NodeDataProvider } from './node-data'
import { AdvancedSection } from './sections/advanced-section'
import { FailureSection } from './sections/failure-section'
import { TestSection } from './sections/test-section'

/** The panel of one step while it is edited. */
export function InspectorBody({ node }: { node: WorkflowNode }) {
  return (
    <NodeDataProvider nodeId={node.id}>
      <div className="border-line border-b px-4 py-3">
        <NodeSentence node={node} />
      </div>
      <WholeIssues nodeId={node.id} />
      <KindEditor node={node} />
      {kindOf(node).runs ? (
        <>
          <TestSection node={node} />
          <FailureSection node={node} />
          <AdvancedSection node={node} />
        </>
      ) : null}
    </NodeDataProvider>
  )
}

/** What the checker says of the step as a whole; what it says of a field stands at the field. */
function WholeIssues({ nodeId }: { nodeId: string }) {
  const issues = useEditor((state) => state.issues)
  const whole = issues.filter((issue) => issue.node === nodeId && !issue.field)
  if (whole.length === 0) return null
  return (
    <div className="flex flex-col gap-2 border-line border-b px-4 py-3">
      {whole.map((issue) => (
        <Alert key={`${issue.code} ${issue.message}`} tone={issue.severity === 'error' ? 'failed' : 'write'}>
          {issue.message}
        </Alert>
      ))}
    </div>
  )
}
