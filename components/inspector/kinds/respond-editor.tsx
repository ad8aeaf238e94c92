'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { NumberInput } from '@/components/ui/number-input'
import type { Json } from '@/lib/core/json'
import type { NodeOf } from '@/lib/workflow/document'
import { mapRecord } from '@/lib/workflow/nodes/map-record'
import { isObject } from '@/lib/workflow/value-at'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { FieldFrame } from '../fields/field-frame'
import { PairsControl } from '../fields/pairs-control'
import { Section } from '../sections/section'

type Config = NodeOf<'respond'>['config']

export function RespondEditor({ node }: { node: NodeOf<'respond'> }) {
  const store = useEditorStore()
  const { config } = node
  const put = (part: Partial<Config>, key?: string) => {
    const { headers, ...next } = { ...config, ...part }
    replaceNode(store, { ...node, config: { ...next, ...(headers ? { headers } : {}) } }, key)
  }
  return (
    <Section title="The answer">
      <FieldFrame
        nodeId={node.id}
        field="config.body"
        label="Body"
        help="One value alone is sent as JSON, text as text. The caller must wait: see the webhook’s “Answer”."
      >
        {({ describedBy, isInvalid }) => (
          <BoundText
            label="Body"
            multiline
            value={toBindingText(config.body)}
            onChange={(text) =>
              put({ body: fromBindingText(text, config.body) ?? { value: '' } }, 'config.body')
            }
            {...{ describedBy, isInvalid }}
          />
        )}
      </FieldFrame>
      <FieldFrame nodeId={node.id} field="config.status" label="Status" help="200 says that all is well.">
        {({ describedBy, isInvalid }) => (
          <NumberInput
            aria-label="Status"
            aria-describedby={describedBy}
            aria-invalid={isInvalid || undefined}
            from={200}
            to={599}
            value={config.status}
            onChange={(status) => put({ status }, 'config.status')}
          />
        )}
      </FieldFrame>
      <FieldFrame nodeId={node.id} field="config.headers" label="Headers">
        {() => (
          <PairsControl
            label="Headers"
            value={mapRecord(config.headers ?? {}, (_, value) => toBindingText(value))}
            onChange={(value) => put({ headers: toHeaders(value) }, 'config.headers')}
          />
        )}
      </FieldFrame>
    </Section>
  )
}

function toHeaders(value: Json | undefined): Config['headers'] {
  if (value === undefined || !isObject(value)) return undefined
  return mapRecord(value, (_, each) => {
    const text = String(each)
    return /\{\{|\{%/.test(text) ? { text } : { value: text }
  })
}
