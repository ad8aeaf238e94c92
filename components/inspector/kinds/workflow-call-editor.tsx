'use client'

import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { useLink } from '@/components/api/workspace-context'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import type { NodeOf } from '@/lib/workflow/document'
import { FieldFrame } from '../fields/field-frame'
import { ValueField } from '../fields/value-field'
import { Section } from '../sections/section'

/** Which workflow is called, and what it is given. */
export function WorkflowCallEditor({ node }: { node: NodeOf<'workflow'> }) {
  const store = useEditorStore()
  const link = useLink()
  const { workflows } = useEditorFacts()
  const { config } = node
  const called = workflows?.get(config.workflow)
  const options = [...(workflows?.values() ?? [])].map((each) => ({
    value: each.id,
    label: each.name,
    ...(each.isLive
      ? each.fields === null
        ? { hint: 'starts only by itself' }
        : {}
      : { hint: 'not published' }),
  }))
  const setInput = (key: string, binding: NodeOf<'workflow'>['config']['input'][string] | undefined) => {
    const { [key]: _old, ...rest } = config.input
    const input = binding ? { ...rest, [key]: binding } : rest
    replaceNode(store, { ...node, config: { ...config, input } }, `config.input.${key}`)
  }
  return (
    <>
      <Section title="Which workflow">
        <FieldFrame nodeId={node.id} field="config.workflow" label="Workflow" required>
          {({ describedBy, isInvalid }) => (
            <Combobox
              aria-label="Workflow"
              options={options}
              value={config.workflow === '' ? null : config.workflow}
              onValueChange={(workflow) => replaceNode(store, { ...node, config: { workflow, input: {} } })}
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
            />
          )}
        </FieldFrame>
        {called ? (
          <Button asChild variant="link" size="sm" className="self-start">
            <Link href={link(`workflows/${called.id}`)}>
              Open “{called.name}”
              <ExternalLink aria-hidden />
            </Link>
          </Button>
        ) : null}
      </Section>
      {called?.fields && called.fields.length > 0 ? (
        <Section title="What it is given">
          {called.fields.map((field) => (
            <ValueField
              key={field.key}
              nodeId={node.id}
              path={`config.input.${field.key}`}
              label={field.label ?? field.key.replaceAll('_', ' ')}
              required={field.required === true}
              {...(field.help ? { help: field.help } : {})}
              binding={config.input[field.key]}
              onChange={(binding) => setInput(field.key, binding)}
            />
          ))}
        </Section>
      ) : null}
    </>
  )
}
