'use client'

import { useMemo } from 'react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { NodeOf } from '@/lib/workflow/document'
import { itemOf } from '@/lib/workflow/nodes/list'
import { outputTypes } from '@/lib/workflow/output-types'
import { actionCatalog } from '../data/data-sources'
import { NumberField } from '../fields/number-field'
import { ValueField } from '../fields/value-field'
import { NodeDataProvider } from '../node-data'
import { Section } from '../sections/section'
import { ConditionFields } from './condition-fields'
import { WayField } from './way-field'

type Config = NodeOf<'list'>['config']

/** What is made of a list, in the order in which it is done. Each part is switched on by itself. */
export function ListEditor({ node }: { node: NodeOf<'list'> }) {
  const store = useEditorStore()
  const whole = useEditor((state) => state.whole)
  const { config } = node
  const item = useMemo(
    () => itemOf(outputTypes(whole, actionCatalog).ofBinding(config.items)),
    [whole, config.items],
  )
  const put = (next: Config, key?: string) => replaceNode(store, { ...node, config: next }, key)
  /** The part as given, or without it. */
  const part = <Key extends keyof Config>(key: Key, value: Config[Key] | undefined, typing?: string) => {
    const { [key]: _old, ...rest } = config
    put({ ...rest, items: config.items, ...(value === undefined ? {} : { [key]: value }) }, typing)
  }
  return (
    <>
      <Section title="Of what">
        <ValueField
          nodeId={node.id}
          path="config.items"
          label="List"
          binding={config.items}
          onChange={(items) => put({ ...config, items: items ?? { value: '' } }, 'config.items')}
        />
      </Section>
      <Part
        title="Keep only some"
        isOn={!!config.filter}
        onToggle={(on) => part('filter', on ? { all: [] } : undefined)}
      >
        {config.filter ? (
          <NodeDataProvider nodeId={node.id} within>
            <ConditionFields
              nodeId={node.id}
              path="config.filter"
              label="Which items are kept"
              condition={config.filter}
              onChange={(filter, key) => part('filter', filter, key ? `config.filter.${key}` : undefined)}
            />
          </NodeDataProvider>
        ) : null}
      </Part>
      <Part
        title="Drop repeats"
        isOn={!!config.unique}
        onToggle={(on) => part('unique', on ? { by: [] } : undefined)}
      >
        {config.unique ? (
          <WayField
            nodeId={node.id}
            path="config.unique"
            label="Same by"
            item={item}
            way={config.unique.by}
            onChange={(by) => part('unique', { by })}
          />
        ) : null}
      </Part>
      <Part
        title="Sort"
        isOn={!!config.sort}
        onToggle={(on) => part('sort', on ? { by: [], order: 'ascending' } : undefined)}
      >
        {config.sort ? (
          <>
            <WayField
              nodeId={node.id}
              path="config.sort"
              label="By"
              item={item}
              way={config.sort.by}
              onChange={(by) => part('sort', { by, order: config.sort?.order ?? 'ascending' })}
            />
            <Select
              aria-label="In which order"
              value={config.sort.order}
              onValueChange={(order) =>
                part('sort', {
                  by: config.sort?.by ?? [],
                  order: order === 'descending' ? 'descending' : 'ascending',
                })
              }
              options={[
                { value: 'ascending', label: 'Smallest, earliest or A first' },
                { value: 'descending', label: 'Largest, latest or Z first' },
              ]}
            />
          </>
        ) : null}
      </Part>
      <Part
        title="Keep the first"
        isOn={config.limit !== undefined}
        onToggle={(on) => part('limit', on ? 10 : undefined)}
      >
        {config.limit === undefined ? null : (
          <NumberField
            label="How many"
            from={1}
            to={100_000}
            value={config.limit}
            onChange={(limit) => part('limit', limit, 'config.limit')}
          />
        )}
      </Part>
      <Part title="Group" isOn={!!config.group} onToggle={(on) => part('group', on ? { by: [] } : undefined)}>
        {config.group ? (
          <WayField
            nodeId={node.id}
            path="config.group"
            label="By"
            item={item}
            way={config.group.by}
            onChange={(by) => part('group', { by })}
          />
        ) : null}
      </Part>
      <Part title="Add up" isOn={!!config.sum} onToggle={(on) => part('sum', on ? { of: [] } : undefined)}>
        {config.sum ? (
          <WayField
            nodeId={node.id}
            path="config.sum"
            label="What"
            item={item}
            way={config.sum.of}
            onChange={(of) => part('sum', { of })}
          />
        ) : null}
      </Part>
    </>
  )
}

type PartProps = {
  title: string
  isOn: boolean
  onToggle: (isOn: boolean) => void
  children: React.ReactNode
}

function Part({ title, isOn, onToggle, children }: PartProps) {
  return (
    <Section title={title} aside={<Switch aria-label={title} checked={isOn} onCheckedChange={onToggle} />}>
      {children}
    </Section>
  )
}
