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
import { PersonFields } from './person-fields'

type AcceptFormProps = {
  token: string
  /** Whoever is signed in to the invited account joins with one press; everyone else makes an account. */
  asMember: boolean
  workspace: string
}

export function AcceptForm({ token, asMember, workspace }: AcceptFormProps) {
  const router = useRouter()
  const hydrated = useHydrated()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [cause, setCause] = useState<unknown>(null)
  const errorFor = fieldError(cause)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setCause(null)
    try {
      const joined = await callApi<{ workspace: string; email: string }>({
        path: '/invitations/accept',
        method: 'POST',
        body: { token, ...(asMember ? {} : { name: name.trim(), password }) },
        workspace: null,
      })
      const problem = asMember ? null : await enter(joined.email, password)
      router.replace(problem === null ? `/w/${joined.workspace}` : '/sign-in')
      router.refresh()
    } catch (thrown) {
      setCause(thrown)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {cause !== null && !errorFor.any ? <Alert tone="failed">{messageOf(cause)}</Alert> : null}
      {asMember ? null : (
        <>
          <PersonFields name={name} onName={setName} errorFor={errorFor} />
          <PasswordField fresh value={password} onChange={setPassword} error={errorFor('password')} />
        </>
      )}
      <Button type="submit" variant="primary" size="lg" busy={busy} aria-disabled={!hydrated}>
        Join {workspace}
      </Button>
    </form>
  )
}
