'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { maximumItems, type NodeOf } from '@/lib/workflow/document'
import { NumberField } from '../fields/number-field'
import { ValueField } from '../fields/value-field'
import { NodeDataProvider } from '../node-data'
import { Section } from '../sections/section'
import { useFieldIssue } from '../use-field-issue'
import { BodySection } from './body-section'
import { ConditionFields } from './condition-fields'

type Config = NodeOf<'repeat'>['config']

export function RepeatEditor({ node }: { node: NodeOf<'repeat'> }) {
  const store = useEditorStore()
  const { config } = node
  const { until } = config
  const hasNoRow = ('all' in until && until.all.length === 0) || ('any' in until && until.any.length === 0)
  const issue = useFieldIssue(node.id, 'config.until')
  const put = (part: Partial<Config>, key?: string) =>
    replaceNode(store, { ...node, config: { ...config, ...part } }, key)
  const { result: _result, ...withoutResult } = config
  return (
    <>
      <BodySection node={node} />
      <NodeDataProvider nodeId={node.id} within>
        <Section title="Until">
          <ConditionFields
            nodeId={node.id}
            path="config.until"
            label="Until when it repeats"
            condition={config.until}
            onChange={(until, key) => put({ until }, key ? `config.until.${key}` : undefined)}
          />
          {hasNoRow && issue ? <p className="text-failed text-sm">{issue}</p> : null}
          <NumberField
            label="Rounds at most"
            from={1}
            to={maximumItems}
            value={config.cap}
            onChange={(cap) => put({ cap }, 'config.cap')}
          />
          <p className="-mt-2 text-muted text-sm">
            When the condition does not hold by then, the step has failed.
          </p>
        </Section>
        <Section title="What it gives">
          <ValueField
            nodeId={node.id}
            path="config.result"
            label="A round gives"
            help="Left empty: what its last step gives. The step gives what its last round gave."
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
        </Section>
      </NodeDataProvider>
    </>
  )
}
