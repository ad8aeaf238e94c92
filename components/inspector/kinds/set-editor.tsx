'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { NodeOf } from '@/lib/workflow/document'
import { freshId } from '@/lib/workflow/edits/fresh-id'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'

type SetField = NodeOf<'set'>['config']['fields'][number]

export function SetEditor({ node }: { node: NodeOf<'set'> }) {
  const store = useEditorStore()
  const [name, setName] = useState('')
  const { fields } = node.config
  const put = (next: SetField[], key?: string) =>
    replaceNode(store, { ...node, config: { fields: next } }, key)
  const add = () => {
    const label = name.trim()
    if (label === '') return
    put([...fields, { key: freshId(label, new Set(fields.map((field) => field.key))), value: { value: '' } }])
    setName('')
  }
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
      <form
        className="flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Input
          aria-label="Name of the new value"
          placeholder="Name of the value"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          <Plus aria-hidden />
          Add
        </Button>
      </form>
    </Section>
  )
}
