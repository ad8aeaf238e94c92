'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { WorkflowNode } from '@/lib/workflow/document'
import { FoldedSection } from './folded-section'
import { LinesSection } from './lines-section'

/** What few need: the name used in expressions, how lines meet, and the lines themselves. */
export function AdvancedSection({ node }: { node: WorkflowNode }) {
  const store = useEditorStore()
  const incoming = useEditor((state) => state.document.edges.filter((edge) => edge.to === node.id).length)
  return (
    <FoldedSection title="Advanced">
      <div className="flex items-center gap-2 text-sm">
        <span className="text-muted">Name in expressions</span>
        <code className="min-w-0 flex-1 truncate text-right font-mono">{node.id}</code>
        <CopyButton value={node.id} label="Copy the name" />
      </div>
      {incoming > 1 ? (
        <Field label="When several lines meet here">
          {(control) => (
            <Select
              id={control.id}
              value={node.settings?.join ?? 'all'}
              onValueChange={(value) => {
                const join = value === 'first' ? 'first' : 'all'
                replaceNode(store, { ...node, settings: { ...node.settings, join } })
              }}
              options={[
                { value: 'all', label: 'Wait for all of them' },
                { value: 'first', label: 'Go with the first' },
              ]}
            />
          )}
        </Field>
      ) : null}
      <LinesSection node={node} />
    </FoldedSection>
  )
}
