'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useHydrated } from '../ui/use-hydrated'
import { enter, enterWith, wordsFor } from './enter'
import { PasswordField } from './password-field'

type SignInFormProps = {
  providers: readonly { id: string; name: string }[]
  /** Where to go afterwards. */
  next: string
  /** The code that another service's sign-in came back with. */
  failed?: string
}

export function SignInForm({ providers, next, failed }: SignInFormProps) {
  const hydrated = useHydrated()
  const router = useRouter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState(failed ? wordsFor(failed) : null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    const problem = await enter(email.trim(), password)
    if (problem === null) {
      router.replace(next)
      router.refresh()
      return
    }
    setError(problem)
    setBusy(false)
  }
  return (
    <div className="flex flex-col gap-5">
      {error ? <Alert tone="failed">{error}</Alert> : null}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="E-mail">
          {(control) => (
            <Input
              {...control}
              readOnly={!hydrated}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <PasswordField value={password} onChange={setPassword} />
        <Button type="submit" variant="primary" size="lg" busy={busy} aria-disabled={!hydrated}>
          Sign in
        </Button>
      </form>
      {providers.length > 0 ? (
        <>
          <p className="flex items-center gap-3 text-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            or
          </p>
          <div className="flex flex-col gap-2">
            {providers.map(({ id, name }) => (
              <Button key={id} size="lg" onClick={() => void enterWith(id, next)}>
                Go on with {name}
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </div>
  )
}
