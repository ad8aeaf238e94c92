'use client'

import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { minuteSteps, type Rhythm } from '@/lib/workflow/rhythm'
import { NumberField } from '../../fields/number-field'
import { weekdays } from './rhythm-words'

type RhythmFieldsProps = { rhythm: Rhythm; onChange: (rhythm: Rhythm) => void }

/** What is left to say once it is known how often: the days, the time. */
export function RhythmFields({ rhythm, onChange }: RhythmFieldsProps) {
  if (rhythm.every === 'minutes') {
    return (
      <Field label="Every">
        {({ id }) => (
          <Select
            id={id}
            value={String(rhythm.count)}
            onValueChange={(count) => onChange({ ...rhythm, count: Number(count) })}
            options={minuteSteps.map((count) => ({
              value: String(count),
              label: count === 1 ? 'minute' : `${count} minutes`,
            }))}
          />
        )}
      </Field>
    )
  }
  if (rhythm.every === 'hour') {
    return (
      <NumberField
        label="Minutes past the hour"
        value={rhythm.minute}
        from={0}
        to={59}
        onChange={(minute) => onChange({ ...rhythm, minute })}
      />
    )
  }
  return (
    <>
      {rhythm.every === 'week' ? (
        <Days days={rhythm.days} onChange={(days) => onChange({ ...rhythm, days })} />
      ) : null}
      {rhythm.every === 'month' ? (
        <NumberField
          label="Day of the month"
          value={rhythm.day}
          from={1}
          to={31}
          {...(rhythm.day > 28 ? { help: 'Months that have no such day are left out.' } : {})}
          onChange={(day) => onChange({ ...rhythm, day })}
        />
      ) : null}
      <Field label="At">
        {(control) => (
          <Input
            {...control}
            type="time"
            className="w-32"
            value={rhythm.time}
            onChange={({ target }) => (target.value ? onChange({ ...rhythm, time: target.value }) : null)}
          />
        )}
      </Field>
    </>
  )
}

function Days({ days, onChange }: { days: readonly number[]; onChange: (days: readonly number[]) => void }) {
  const toggle = (day: number) => {
    const next = days.includes(day) ? days.filter((one) => one !== day) : [...days, day]
    // The last one stays: a schedule without a day never comes.
    if (next.length > 0) onChange(next)
  }
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">On</legend>
      {weekdays.map(({ day, name }) => (
        <button
          key={day}
          type="button"
          aria-pressed={days.includes(day)}
          title={name}
          onClick={() => toggle(day)}
          className={cn(
            'h-control min-w-11 rounded-control border px-2 text-sm',
            days.includes(day) ? 'border-accent bg-accent-soft' : 'border-line bg-raised text-muted',
          )}
        >
          {name.slice(0, 3)}
        </button>
      ))}
    </fieldset>
  )
}
