'use client'

import { useState } from 'react'
import { fieldError } from '../api/api-error'
import { EntranceForm } from './entrance-form'
import { PasswordField } from './password-field'
import { useEntering } from './use-entering'

/** Sets the new password that a reset link allows, and signs in with it. */
export function ResetForm({ token }: { token: string }) {
  const { goIn, busy, cause } = useEntering()
  const [password, setPassword] = useState('')
  const reset = () =>
    goIn<{ email: string }>({
      path: '/resets',
      body: { token, password },
      signIn: ({ email }) => ({ email, password }),
      leadsTo: () => '/',
    })
  return (
    <EntranceForm action="Set the password" onSubmit={reset} busy={busy} cause={cause}>
      <PasswordField
        label="New password"
        fresh
        value={password}
        onChange={setPassword}
        error={fieldError(cause)('password')}
      />
    </EntranceForm>
  )
}
