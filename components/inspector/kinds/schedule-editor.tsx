'use client'

import { useState } from 'react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Combobox } from '@/components/ui/combobox'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import type { NodeOf } from '@/lib/workflow/document'
import { cronOf, rhythmOf } from '@/lib/workflow/rhythm'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'
import { NextTimes } from './schedule/next-times'
import { RhythmFields } from './schedule/rhythm-fields'
import { rhythmOfKind, rhythmWords } from './schedule/rhythm-words'

type Config = NodeOf<'trigger.schedule'>['config']

/** Not every browser lists it, and schedules that were made elsewhere have it. */
const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}))

const missed = [
  {
    value: 'once',
    title: 'Run once',
    text: 'One run makes up for all of them.',
  },
  { value: 'skip', title: 'Leave them out', text: 'The next run is the next planned one.' },
  { value: 'all', title: 'Run each', text: 'One run for each, the last hundred at most.' },
] as const

export function ScheduleEditor({ node }: { node: NodeOf<'trigger.schedule'> }) {
  const store = useEditorStore()
  const { cron, zone } = node.config
  const rhythm = rhythmOf(cron)
  const [isOwn, setOwn] = useState(rhythm === undefined)
  const shown = isOwn ? undefined : rhythm
  const put = (part: Partial<Config>, key?: string) =>
    replaceNode(store, { ...node, config: { ...node.config, ...part } }, key)
  return (
    <>
      <Section title="When">
        <Select
          aria-label="How often"
          value={shown?.every ?? 'own'}
          onValueChange={(kind) => {
            const next = rhythmOfKind(kind, rhythm)
            setOwn(next === undefined)
            if (next) put({ cron: cronOf(next) })
          }}
          options={[...rhythmWords, { value: 'own', label: 'As a cron line' }]}
        />
        {shown ? (
          <RhythmFields rhythm={shown} onChange={(next) => put({ cron: cronOf(next) }, 'config.cron')} />
        ) : null}
        {shown ? null : (
          <FieldFrame
            nodeId={node.id}
            field="config.cron"
            label="Cron line"
            help="Minute, hour, day, month, weekday: 30 8 * * 1-5 is 8:30 on weekdays."
          >
            {({ describedBy, isInvalid }) => (
              <Input
                aria-label="Cron line"
                aria-describedby={describedBy}
                aria-invalid={isInvalid || undefined}
                className="font-mono"
                value={cron}
                maxLength={120}
                onChange={(event) => put({ cron: event.target.value }, 'config.cron')}
              />
            )}
          </FieldFrame>
        )}
        <FieldFrame nodeId={node.id} field="config.zone" label="Time zone">
          {({ describedBy, isInvalid }) => (
            <Combobox
              aria-label="Time zone"
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
              value={zone}
              onValueChange={(value) => put({ zone: value })}
              options={zones}
            />
          )}
        </FieldFrame>
      </Section>
      <NextTimes cron={cron} zone={zone} />
      <Section title="Times that pass while nothing runs">
        <RadioCards
          label="Times that pass while nothing runs"
          value={node.config.missed ?? 'once'}
          onValueChange={(value) => put({ missed: value })}
          cards={missed}
        />
      </Section>
    </>
  )
}
