'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { CopyButton } from '@/components/ui/copy-button'
import { RadioCards } from '@/components/ui/radio-cards'
import type { NodeOf } from '@/lib/workflow/document'
import { Section } from '../sections/section'

export function WebhookEditor({ node }: { node: NodeOf<'trigger.webhook'> }) {
  const store = useEditorStore()
  const { webhooks } = useEditorFacts()
  const address = webhooks[node.id]
  return (
    <>
      <Section title="Address">
        {address ? (
          <div className="flex items-center gap-2 rounded-card border border-line bg-surface py-1 pr-1 pl-3">
            <code className="min-w-0 flex-1 truncate font-mono text-sm">{address}</code>
            <CopyButton value={address} label="Copy the address" />
          </div>
        ) : (
          <p className="text-muted text-sm">
            The address is made when the workflow is published. Until then, test it with “Run”.
          </p>
        )}
      </Section>
      <Section title="Answer">
        <RadioCards
          label="Answer"
          value={node.config.answer}
          onValueChange={(answer) => replaceNode(store, { ...node, config: { answer } })}
          cards={[
            {
              value: 'accepted',
              title: 'At once',
              text: 'Says that the call was taken. The run goes on by itself.',
            },
            {
              value: 'result',
              title: 'When the run has ended',
              text: 'Waits, and answers with what came out.',
            },
          ]}
        />
      </Section>
    </>
  )
}
