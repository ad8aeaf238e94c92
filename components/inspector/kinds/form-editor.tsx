'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import type { NodeOf } from '@/lib/workflow/document'
import { FieldBuilder } from '../fields/field-builder'
import { Section } from '../sections/section'

export function FormEditor({ node }: { node: NodeOf<'trigger.form'> }) {
  const store = useEditorStore()
  return (
    <Section title="What it asks for">
      <FieldBuilder
        nodeId={node.id}
        path="config.fields"
        fields={node.config.fields}
        onChange={(fields) => replaceNode(store, { ...node, config: { fields } }, 'config.fields')}
        addLabel="Add"
        withRequired
      />
    </Section>
  )
}
