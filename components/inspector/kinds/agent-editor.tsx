'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Select } from '@/components/ui/select'
import type { NodeOf } from '@/lib/workflow/document'
import { FieldBuilder } from '../fields/field-builder'
import { FieldFrame } from '../fields/field-frame'
import { TextBindingField } from '../fields/text-binding-field'
import { FoldedSection } from '../sections/folded-section'
import { Section } from '../sections/section'
import { AgentLimits } from './agent-limits'
import { AgentToolList } from './agent-tool-list'

type Config = NodeOf<'agent'>['config']

const theDefault = 'default'

export function AgentEditor({ node }: { node: NodeOf<'agent'> }) {
  const store = useEditorStore()
  const { providers } = useEditorFacts()
  const { config } = node
  const put = (part: Partial<Config>, key?: string) =>
    replaceNode(store, { ...node, config: { ...config, ...part } }, key)
  const usual = providers.find((provider) => provider.isDefault) ?? providers[0]
  const models = new Map(
    providers.flatMap((provider) =>
      [provider.defaultModel, ...provider.prices.map(({ model }) => model)].map((model) => [
        model,
        provider.name,
      ]),
    ),
  )
  if (config.model) models.set(config.model, models.get(config.model) ?? 'not offered here')
  return (
    <>
      <Section title="Task">
        <TextBindingField
          nodeId={node.id}
          path="config.instructions"
          label="Instructions"
          placeholder="Say what to do, with which data, and what a good answer is. Press / for data"
          value={config.instructions}
          onChange={(instructions) => put({ instructions }, 'config.instructions')}
        />
        <FieldFrame nodeId={node.id} field="config.model" label="Model">
          {({ describedBy, isInvalid }) => (
            <Select
              aria-label="Model"
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
              value={config.model ?? theDefault}
              onValueChange={(model) => {
                const { model: _old, ...rest } = config
                replaceNode(store, { ...node, config: model === theDefault ? rest : { ...rest, model } })
              }}
              options={[
                {
                  value: theDefault,
                  label: usual ? `The workspace's own: ${usual.defaultModel}` : "The workspace's own",
                  ...(usual?.simulated ? { hint: 'Practice model: answers by rules, no AI' } : {}),
                },
                ...[...models].map(([model, provider]) => ({ value: model, label: model, hint: provider })),
              ]}
            />
          )}
        </FieldFrame>
      </Section>
      <Section title="Tools">
        <AgentToolList nodeId={node.id} tools={config.tools} onChange={(tools, key) => put({ tools }, key)} />
      </Section>
      <Section title="Answer">
        <p className="-mt-2 text-muted text-sm">
          {config.output.length === 0
            ? 'Free text. Name fields to get an answer in that shape.'
            : 'The model fills every one of these fields.'}
        </p>
        <FieldBuilder
          nodeId={node.id}
          path="config.output"
          fields={config.output}
          onChange={(output) => put({ output }, 'config.output')}
          addLabel="Add"
          withRequired={false}
        />
      </Section>
      <FoldedSection
        title="Limits"
        hint={config.limits && Object.keys(config.limits).length > 0 ? 'set' : 'as usual'}
      >
        <AgentLimits limits={config.limits ?? {}} onChange={(limits) => put({ limits }, 'config.limits')} />
      </FoldedSection>
    </>
  )
}
