'use client'

import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useHydrated } from '../ui/use-hydrated'

type PersonFieldsProps = {
  name: string
  onName: (name: string) => void
  email?: string
  onEmail?: (email: string) => void
  errorFor?: (field: string) => string | null
}

/** Who someone is: their name and, where it is not known yet, their e-mail. */
export function PersonFields({ name, onName, email, onEmail, errorFor = () => null }: PersonFieldsProps) {
  const hydrated = useHydrated()
  return (
    <>
      <Field label="Your name" error={errorFor('name')}>
        {(control) => (
          <Input
            {...control}
            readOnly={!hydrated}
            autoComplete="name"
            required
            maxLength={120}
            value={name}
            onChange={(event) => onName(event.target.value)}
          />
        )}
      </Field>
      {onEmail ? (
        <Field label="E-mail" error={errorFor('email')}>
          {(control) => (
            <Input
              {...control}
              readOnly={!hydrated}
              type="email"
              autoComplete="username"
              required
              maxLength={254}
              value={email ?? ''}
              onChange={(event) => onEmail(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
