'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { CopyButton } from '@/components/ui/copy-button'
import { RadioCards } from '@/components/ui/radio-cards'
import type { NodeOf } from '@/lib/workflow/document'
import { DurationControl } from '../fields/duration-control'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'

export function WebhookEditor({ node }: { node: NodeOf<'trigger.webhook'> }) {
  const store = useEditorStore()
  const { webhooks } = useEditorFacts()
  const address = webhooks[node.id]
  const { answer, within } = node.config
  const put = (config: NodeOf<'trigger.webhook'>['config'], key?: string) =>
    replaceNode(store, { ...node, config }, key)
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
          value={answer}
          onValueChange={(answer) => put({ answer })}
          cards={[
            {
              value: 'accepted',
              title: 'At once',
              text: 'Says that the call was taken. The run goes on by itself.',
            },
            {
              value: 'result',
              title: 'With the result',
              text: 'Waits, and answers with what came out, or what an “Answer” step says.',
            },
          ]}
        />
        {answer === 'result' ? (
          <FieldFrame
            nodeId={node.id}
            field="config.within"
            label="At most"
            help="After that the caller is told that the run goes on. Left empty, 25 seconds."
          >
            {({ describedBy }) => (
              <DurationControl
                label="At most"
                value={within}
                onChange={(next) => put(next ? { answer, within: next } : { answer }, 'config.within')}
                describedBy={describedBy}
              />
            )}
          </FieldFrame>
        ) : null}
      </Section>
    </>
  )
}
