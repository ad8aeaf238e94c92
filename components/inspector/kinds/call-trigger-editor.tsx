'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import type { NodeOf } from '@/lib/workflow/document'
import { FieldBuilder } from '../fields/field-builder'
import { Section } from '../sections/section'

/** What a workflow asks of those that call it, and what it promises to give. */
export function CallTriggerEditor({ node }: { node: NodeOf<'trigger.workflow'> }) {
  const store = useEditorStore()
  const { config } = node
  const { output: _output, ...withoutOutput } = config
  return (
    <>
      <Section title="What it asks for">
        <FieldBuilder
          nodeId={node.id}
          path="config.fields"
          fields={config.fields}
          onChange={(fields) =>
            replaceNode(store, { ...node, config: { ...config, fields } }, 'config.fields')
          }
          addLabel="Add"
          withRequired
        />
      </Section>
      <Section title="What it gives back">
        <p className="-mt-2 text-muted text-sm">
          {config.output?.length
            ? 'Its last step gives these fields: one that sets values does.'
            : 'Whatever its last step gives. Name fields to promise them to those who call it.'}
        </p>
        <FieldBuilder
          nodeId={node.id}
          path="config.output"
          fields={config.output ?? []}
          onChange={(output) =>
            replaceNode(
              store,
              { ...node, config: output.length > 0 ? { ...config, output } : withoutOutput },
              'config.output',
            )
          }
          addLabel="Add"
          withRequired
        />
      </Section>
    </>
  )
}
