'use client'

import { useState } from 'react'
import { fieldError } from '../api/api-error'
import { EntranceForm } from './entrance-form'
import { PasswordField } from './password-field'
import { PersonFields } from './person-fields'
import { useEntering } from './use-entering'

/** Makes the first owner, signs them in, and leads to the practice workspace. */
export function OwnerForm() {
  const { goIn, busy, cause } = useEntering()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const errorFor = fieldError(cause)
  const account = { email: email.trim(), password }
  const make = () =>
    goIn<{ workspace: string }>({
      path: '/set-up',
      body: { name: name.trim(), ...account },
      signIn: () => account,
      leadsTo: (made) => `/w/${made.workspace}`,
    })
  return (
    <EntranceForm action="Make the owner account" onSubmit={make} busy={busy} cause={cause}>
      <PersonFields name={name} onName={setName} email={email} onEmail={setEmail} errorFor={errorFor} />
      <PasswordField fresh value={password} onChange={setPassword} error={errorFor('password')} />
    </EntranceForm>
  )
}
