'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { fieldError, messageOf } from '../api/api-error'
import { callApi } from '../api/client'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { useHydrated } from '../ui/use-hydrated'
import { enter } from './enter'
import { PasswordField } from './password-field'

/** Sets the new password that a reset link allows, and signs in with it. */
export function ResetForm({ token }: { token: string }) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [cause, setCause] = useState<unknown>(null)
  const errorFor = fieldError(cause)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setCause(null)
    try {
      const { email } = await callApi<{ email: string }>({
        path: '/resets',
        method: 'POST',
        body: { token, password },
        workspace: null,
      })
      router.replace((await enter(email, password)) === null ? '/' : '/sign-in')
      router.refresh()
    } catch (thrown) {
      setCause(thrown)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {cause !== null && !errorFor.any ? <Alert tone="failed">{messageOf(cause)}</Alert> : null}
      <PasswordField
        label="New password"
        fresh
        value={password}
        onChange={setPassword}
        error={errorFor('password')}
      />
      <Button type="submit" variant="primary" size="lg" busy={busy} aria-disabled={!hydrated}>
        Set the password
      </Button>
    </form>
  )
}
