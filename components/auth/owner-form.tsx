'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ApiError, messageOf } from '../api/api-error'
import { callApi } from '../api/client'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { useHydrated } from '../ui/use-hydrated'
import { enter } from './enter'
import { PasswordField } from './password-field'
import { PersonFields } from './person-fields'

/** Makes the first owner, signs them in, and leads to the practice workspace. */
export function OwnerForm() {
  const router = useRouter()
  const hydrated = useHydrated()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const made = await callApi<{ workspace: string }>({
        path: '/set-up',
        method: 'POST',
        body: { name: name.trim(), email: email.trim(), password },
        workspace: null,
      })
      const problem = await enter(email.trim(), password)
      router.replace(problem === null ? `/w/${made.workspace}` : '/sign-in')
      router.refresh()
    } catch (thrown) {
      setError(thrown)
      setBusy(false)
    }
  }
  const field = error instanceof ApiError ? error.field : undefined
  const errorFor = (key: string) => (field === key ? messageOf(error) : null)
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error !== null && field === undefined ? <Alert tone="failed">{messageOf(error)}</Alert> : null}
      <PersonFields name={name} onName={setName} email={email} onEmail={setEmail} errorFor={errorFor} />
      <PasswordField fresh value={password} onChange={setPassword} error={errorFor('password')} />
      <Button type="submit" variant="primary" size="lg" busy={busy} aria-disabled={!hydrated}>
        Make the owner account
      </Button>
    </form>
  )
}
