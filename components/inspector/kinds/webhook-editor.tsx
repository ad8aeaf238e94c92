'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { RadioCards } from '@/components/ui/radio-cards'
import type { NodeOf } from '@/lib/workflow/document'
import { DurationControl } from '../fields/duration-control'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'
import { useWebhook } from './webhook/use-webhook'
import { WebhookAddress } from './webhook/webhook-address'
import { WebhookProofSection } from './webhook/webhook-proof'
import { WebhookRulesSection } from './webhook/webhook-rules-section'

type Config = NodeOf<'trigger.webhook'>['config']

export function WebhookEditor({ node }: { node: NodeOf<'trigger.webhook'> }) {
  const store = useEditorStore()
  const webhook = useWebhook(node.id)
  const { answer, within } = node.config
  const put = (part: Partial<Config>, key?: string) =>
    replaceNode(store, { ...node, config: { ...node.config, ...part } }, key)
  return (
    <>
      <WebhookAddress {...webhook} />
      <WebhookProofSection node={node} webhook={webhook} onChange={(proof, key) => put({ proof }, key)} />
      <WebhookRulesSection node={node} onChange={put} />
      <Section title="Answer">
        <RadioCards
          label="Answer"
          value={answer}
          onValueChange={(next) => put({ answer: next, within: undefined })}
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
                onChange={(next) => put({ within: next }, 'config.within')}
                describedBy={describedBy}
              />
            )}
          </FieldFrame>
        ) : null}
      </Section>
    </>
  )
}
