'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fieldError } from '../api/api-error'
import { useCall } from '../api/use-api'
import { useHere } from '../api/workspace-context'
import { PasswordField } from '../auth/password-field'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { toast } from '../ui/toast'
import { SettingsForm } from './settings-form'

/** The reader's own name and password. */
export function AccountSettings({ hasPassword }: { hasPassword: boolean }) {
  return (
    <div className="flex flex-col gap-6">
      <NameForm />
      <PasswordForm hasPassword={hasPassword} />
    </div>
  )
}

function NameForm() {
  const { actor, email } = useHere()
  const router = useRouter()
  const { call, busy, error } = useCall()
  const [name, setName] = useState(actor.name)
  const save = async () => {
    if (!(await call({ path: '/account', method: 'PATCH', body: { name: name.trim() } }))) return
    toast.done('Your name is changed.')
    router.refresh()
  }
  return (
    <SettingsForm
      label="Your name"
      action="Save name"
      onSubmit={save}
      busy={busy}
      disabled={name.trim() === '' || name.trim() === actor.name}
    >
      <Field label="Name" error={error} help={`You sign in as ${email}.`}>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </SettingsForm>
  )
}

function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const { call, busy, error, cause } = useCall()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const errorFor = fieldError(cause)
  const save = async () => {
    const body = { newPassword: next, ...(hasPassword ? { currentPassword: current } : {}) }
    if (!(await call({ path: '/account/password', method: 'POST', body }))) return
    setCurrent('')
    setNext('')
    toast.done('Your password is changed. Your other browsers are signed out.')
  }
  return (
    <SettingsForm
      label="Password"
      action="Change password"
      onSubmit={save}
      busy={busy}
      error={errorFor.any ? null : error}
      disabled={next.length < 10}
    >
      {hasPassword ? (
        <PasswordField
          label="Current password"
          value={current}
          onChange={setCurrent}
          error={errorFor('currentPassword')}
        />
      ) : (
        <p className="text-muted">You sign in with another service. A password is a second way in.</p>
      )}
      <PasswordField
        label="New password"
        fresh
        value={next}
        onChange={setNext}
        error={errorFor('newPassword')}
      />
    </SettingsForm>
  )
}
