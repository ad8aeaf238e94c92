'use client'

import { Cron } from 'croner'
import { useMemo } from 'react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Combobox } from '@/components/ui/combobox'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { cronProblem } from '@/lib/workflow/cron-problem'
import type { NodeOf } from '@/lib/workflow/document'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'

const presets = [
  { value: '0 9 * * 1-5', label: 'Every weekday at 9:00' },
  { value: '0 9 * * *', label: 'Every day at 9:00' },
  { value: '0 9 * * 1', label: 'Every Monday at 9:00' },
  { value: '0 9 1 * *', label: 'On the first of each month at 9:00' },
  { value: '0 * * * *', label: 'Every hour' },
  { value: '*/15 * * * *', label: 'Every 15 minutes' },
] as const

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}))

export function ScheduleEditor({ node }: { node: NodeOf<'trigger.schedule'> }) {
  const store = useEditorStore()
  const { cron, zone } = node.config
  const put = (part: Partial<NodeOf<'trigger.schedule'>['config']>, key?: string) =>
    replaceNode(store, { ...node, config: { ...node.config, ...part } }, key)
  const isPreset = presets.some(({ value }) => value === cron)
  return (
    <>
      <Section title="When">
        <Select
          aria-label="How often"
          value={isPreset ? cron : 'own'}
          onValueChange={(value) => (value === 'own' ? null : put({ cron: value }))}
          options={[...presets, ...(isPreset ? [] : [{ value: 'own', label: 'As written below' }])]}
        />
        <FieldFrame
          nodeId={node.id}
          field="config.cron"
          label="As cron"
          help="Minute, hour, day, month, weekday: 30 8 * * 1-5 is 8:30 on weekdays."
        >
          {({ describedBy, isInvalid }) => (
            <Input
              aria-label="As cron"
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
              className="font-mono"
              value={cron}
              maxLength={120}
              onChange={(event) => put({ cron: event.target.value }, 'config.cron')}
            />
          )}
        </FieldFrame>
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
    </>
  )
}

function NextTimes({ cron, zone }: { cron: string; zone: string }) {
  const times = useMemo(() => nextTimes(cron, zone), [cron, zone])
  if (times.length === 0) return null
  return (
    <Section title="Next five times">
      <ol className="flex flex-col gap-1 text-sm tabular-nums">
        {times.map((time) => (
          <li key={time.toISOString()}>
            <time dateTime={time.toISOString()}>
              {time.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone: zone })}
            </time>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function nextTimes(cron: string, zone: string): readonly Date[] {
  if (cronProblem(cron)) return []
  try {
    return new Cron(cron, { timezone: zone, paused: true }).nextRuns(5)
  } catch {
    return []
  }
}
