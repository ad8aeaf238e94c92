'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useHydrated } from '../ui/use-hydrated'

type PasswordFieldProps = {
  label?: string
  value: string
  onChange: (value: string) => void
  /** A password that is being chosen, not one that is known. */
  fresh?: boolean
  error?: string | null
}

export function PasswordField({ label = 'Password', value, onChange, fresh, error }: PasswordFieldProps) {
  const hydrated = useHydrated()
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} error={error ?? null} {...(fresh ? { help: 'At least 10 characters.' } : {})}>
      {(control) => (
        <div className="relative">
          <Input
            {...control}
            readOnly={!hydrated}
            type={shown ? 'text' : 'password'}
            autoComplete={fresh ? 'new-password' : 'current-password'}
            required
            minLength={fresh ? 10 : undefined}
            maxLength={200}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="pr-10"
          />
          <button
            type="button"
            aria-label={shown ? 'Hide the password' : 'Show the password'}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 flex w-9 items-center justify-center rounded-control text-muted hover:text-text"
          >
            {shown ? <EyeOff className="size-4" aria-hidden /> : <Eye className="size-4" aria-hidden />}
          </button>
        </div>
      )}
    </Field>
  )
}
