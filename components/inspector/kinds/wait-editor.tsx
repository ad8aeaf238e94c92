'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { RadioCards } from '@/components/ui/radio-cards'
import type { NodeOf } from '@/lib/workflow/document'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { DurationControl } from '../fields/duration-control'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'

export function WaitEditor({ node }: { node: NodeOf<'wait'> }) {
  const store = useEditorStore()
  const { config } = node
  const put = (next: NodeOf<'wait'>['config'], key?: string) =>
    replaceNode(store, { ...node, config: next }, key)
  return (
    <Section title="How long">
      <RadioCards
        label="How long"
        value={'until' in config ? 'until' : 'for'}
        onValueChange={(kind) => put(kind === 'for' ? { for: 'PT1H' } : { until: { value: '' } })}
        cards={[
          { value: 'for', title: 'For a while' },
          { value: 'until', title: 'Until a time' },
        ]}
      />
      {'until' in config ? (
        <FieldFrame
          nodeId={node.id}
          field="config.until"
          label="Until"
          help="A date and time, such as 2026-12-01T09:00:00Z, or one of an earlier step."
        >
          {({ describedBy, isInvalid }) => (
            <BoundText
              label="Until"
              value={toBindingText(config.until)}
              onChange={(text) =>
                put({ until: fromBindingText(text, config.until) ?? { value: '' } }, 'config.until')
              }
              {...{ describedBy, isInvalid }}
            />
          )}
        </FieldFrame>
      ) : (
        <FieldFrame nodeId={node.id} field="config.for" label="For">
          {({ describedBy }) => (
            <DurationControl
              label="For"
              value={'for' in config ? config.for : undefined}
              onChange={(duration) => put({ for: duration ?? 'PT1M' }, 'config.for')}
              describedBy={describedBy}
            />
          )}
        </FieldFrame>
      )}
    </Section>
  )
}
