'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { RadioCards } from '@/components/ui/radio-cards'
import type { NodeOf } from '@/lib/workflow/document'
import { TextBindingField } from '../fields/text-binding-field'
import { Section } from '../sections/section'

export function StopEditor({ node }: { node: NodeOf<'stop'> }) {
  const store = useEditorStore()
  const { config } = node
  return (
    <Section title="How the run ends">
      <RadioCards
        label="How the run ends"
        value={config.status}
        onValueChange={(status) => replaceNode(store, { ...node, config: { ...config, status } })}
        cards={[
          { value: 'succeeded', title: 'Succeeded', text: 'Nothing more is to be done.' },
          { value: 'failed', title: 'Failed', text: 'Nothing new starts, and the run says why.' },
        ]}
      />
      <TextBindingField
        nodeId={node.id}
        path="config.message"
        label="Message"
        required={false}
        value={config.message}
        onChange={(message) =>
          replaceNode(store, { ...node, config: { ...config, message } }, 'config.message')
        }
      />
    </Section>
  )
}
