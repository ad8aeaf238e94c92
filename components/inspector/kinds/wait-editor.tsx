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

type Config = NodeOf<'wait'>['config']

const starts = {
  for: { for: 'PT1H' },
  until: { until: { value: '' } },
  call: { call: true, deadline: 'P3D' },
} as const satisfies Record<string, Config>

export function WaitEditor({ node }: { node: NodeOf<'wait'> }) {
  const store = useEditorStore()
  const { config } = node
  const put = (next: Config, key?: string) => replaceNode(store, { ...node, config: next }, key)
  return (
    <Section title="How long">
      <RadioCards
        label="How long"
        value={'call' in config ? 'call' : 'until' in config ? 'until' : 'for'}
        onValueChange={(kind) => put(starts[kind])}
        cards={[
          { value: 'for', title: 'For a while' },
          { value: 'until', title: 'Until a time' },
          { value: 'call', title: 'Until its address is called' },
        ]}
      />
      {'call' in config ? <Call node={node} deadline={config.deadline} put={put} /> : null}
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
      ) : null}
      {'for' in config ? (
        <FieldFrame nodeId={node.id} field="config.for" label="For">
          {({ describedBy }) => (
            <DurationControl
              label="For"
              value={config.for}
              onChange={(duration) => put({ for: duration ?? 'PT1M' }, 'config.for')}
              describedBy={describedBy}
            />
          )}
        </FieldFrame>
      ) : null}
    </Section>
  )
}

type CallProps = {
  node: NodeOf<'wait'>
  deadline: string | undefined
  put: (next: Config, key?: string) => void
}

function Call({ node, deadline, put }: CallProps) {
  return (
    <>
      <p className="text-muted text-sm">
        Each run has an address of its own, good for one POST. It is shown in the run while it waits. What it
        is called with is what this step gives.
      </p>
      <FieldFrame
        nodeId={node.id}
        field="config.deadline"
        label="At most"
        help="After that the run takes the way “Expired”. Left empty, it waits for as long as it takes."
      >
        {({ describedBy }) => (
          <DurationControl
            label="At most"
            value={deadline}
            onChange={(next) =>
              put(next ? { call: true, deadline: next } : { call: true }, 'config.deadline')
            }
            describedBy={describedBy}
          />
        )}
      </FieldFrame>
    </>
  )
}
