'use client'

import { Combobox } from '@/components/ui/combobox'
import type { Json } from '@/lib/core/json'
import type { useChoices } from './use-choices'

type PickControlProps = {
  label: string
  value: Json | undefined
  choices: ReturnType<typeof useChoices>
  hasConnection: boolean
  onChange: (value: string) => void
  describedBy: string | undefined
  isInvalid: boolean
}

/** Chooses one of what the service has: a repository, a channel. */
export function PickControl({
  label,
  value,
  choices,
  hasConnection,
  onChange,
  describedBy,
  isInvalid,
}: PickControlProps) {
  const chosen = typeof value === 'string' || typeof value === 'number' ? String(value) : null
  const hint = hasConnection ? 'Fill in the fields above first.' : 'Choose an account first.'
  return (
    <>
      <Combobox
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        value={chosen}
        onValueChange={onChange}
        options={choices.status === 'here' ? choices.choices : []}
        loading={choices.status === 'loading'}
        empty={choices.status === 'none' ? hint : 'Nothing there. Type it by hand instead.'}
        placeholder="Choose…"
      />
      {choices.status === 'failed' ? <p className="mt-1 text-failed text-sm">{choices.message}</p> : null}
    </>
  )
}
