'use client'

import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { durationMs } from '@/lib/core/duration'

const units = [
  { value: 'seconds', label: 'seconds', ms: 1_000 },
  { value: 'minutes', label: 'minutes', ms: 60_000 },
  { value: 'hours', label: 'hours', ms: 3_600_000 },
  { value: 'days', label: 'days', ms: 86_400_000 },
] as const

type DurationControlProps = {
  label: string
  value: string | undefined
  onChange: (duration: string | undefined) => void
  describedBy: string | undefined
}

/** A length of time as a number and a unit. Empty means none. */
export function DurationControl({ label, value, onChange, describedBy }: DurationControlProps) {
  const ms = value === undefined ? undefined : durationMs(value)
  const unit =
    ms === undefined ? units[2] : (units.findLast((each) => ms > 0 && ms % each.ms === 0) ?? units[0])
  const write = (count: number, name: string) => {
    if (!Number.isFinite(count) || count <= 0) return onChange(undefined)
    const whole = Math.round(count)
    const letters: Record<string, string> = {
      seconds: `PT${whole}S`,
      minutes: `PT${whole}M`,
      hours: `PT${whole}H`,
      days: `P${whole}D`,
    }
    onChange(letters[name])
  }
  return (
    <div className="flex items-center gap-2">
      <Input
        type="number"
        min={1}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder="None"
        className="w-24"
        value={ms === undefined ? '' : ms / unit.ms}
        onChange={(event) => write(event.target.valueAsNumber, unit.value)}
      />
      <Select
        aria-label={`${label}: unit`}
        value={unit.value}
        onValueChange={(name) => write(ms === undefined ? 1 : ms / unit.ms, name)}
        options={units.map(({ value: name, label: word }) => ({ value: name, label: word }))}
      />
    </div>
  )
}
