'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { RadioCards } from '@/components/ui/radio-cards'
import { maximumConcurrency, maximumItems, type NodeOf } from '@/lib/workflow/document'
import { NumberField } from '../fields/number-field'
import { ValueField } from '../fields/value-field'
import { NodeDataProvider } from '../node-data'
import { Section } from '../sections/section'
import { BodySection } from './body-section'

type Config = NodeOf<'each'>['config']

export function EachEditor({ node }: { node: NodeOf<'each'> }) {
  const store = useEditorStore()
  const { config } = node
  const put = (part: Partial<Config>, key?: string) =>
    replaceNode(store, { ...node, config: { ...config, ...part } }, key)
  const { result: _result, ...withoutResult } = config
  return (
    <>
      <Section title="Over what">
        <ValueField
          nodeId={node.id}
          path="config.items"
          label="List"
          help={`One of an earlier step, of ${maximumItems.toLocaleString('en')} items at most.`}
          binding={config.items}
          onChange={(items) => put({ items: items ?? { value: '' } }, 'config.items')}
        />
        <NumberField
          label="Items at a time"
          from={1}
          to={maximumConcurrency}
          value={config.concurrency}
          onChange={(concurrency) => put({ concurrency }, 'config.concurrency')}
        />
      </Section>
      <BodySection node={node} />
      <Section title="What it gives">
        <NodeDataProvider nodeId={node.id} within>
          <ValueField
            nodeId={node.id}
            path="config.result"
            label="Each item gives"
            help="Left empty: what its last step gives. All of them together are a list."
            required={false}
            binding={config.result}
            onChange={(result) =>
              replaceNode(
                store,
                { ...node, config: result ? { ...config, result } : withoutResult },
                'config.result',
              )
            }
          />
        </NodeDataProvider>
      </Section>
      <Section title="If an item fails">
        <RadioCards
          label="If an item fails"
          value={config.onError}
          onValueChange={(onError) => put({ onError: onError === 'continue' ? 'continue' : 'stop' })}
          cards={[
            { value: 'stop', title: 'Stop', text: 'No further item is begun, and the step has failed.' },
            { value: 'continue', title: 'Go on', text: 'Its error stands in its place in the list.' },
          ]}
        />
      </Section>
    </>
  )
}
