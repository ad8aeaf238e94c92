'use client'

import { Trash2 } from 'lucide-react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { IconButton } from '@/components/ui/icon-button'
import type { NodeOf } from '@/lib/workflow/document'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { AddByName } from '../fields/add-by-name'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'

type SetField = NodeOf<'set'>['config']['fields'][number]

export function SetEditor({ node }: { node: NodeOf<'set'> }) {
  const store = useEditorStore()
  const { fields } = node.config
  const put = (next: SetField[], key?: string) =>
    replaceNode(store, { ...node, config: { fields: next } }, key)
  return (
    <Section title="Values">
      {fields.map((field, index) => (
        <FieldFrame
          key={field.key}
          nodeId={node.id}
          field={`config.fields.${index}`}
          label={field.key.replaceAll('_', ' ')}
          aside={
            <IconButton
              label={`Remove ${field.key}`}
              size="sm"
              onClick={() => put(fields.filter((_, at) => at !== index))}
            >
              <Trash2 />
            </IconButton>
          }
        >
          {({ describedBy, isInvalid }) => (
            <BoundText
              label={field.key.replaceAll('_', ' ')}
              value={toBindingText(field.value)}
              onChange={(text) => {
                const value = fromBindingText(text, field.value) ?? { value: '' }
                put(
                  fields.map((each, at) => (at === index ? { ...each, value } : each)),
                  `config.fields.${field.key}`,
                )
              }}
              {...{ describedBy, isInvalid }}
            />
          )}
        </FieldFrame>
      ))}
      <AddByName
        what="value"
        label="Add"
        taken={fields.map(({ key }) => key)}
        onAdd={({ key }) => put([...fields, { key, value: { value: '' } }])}
      />
    </Section>
  )
}
