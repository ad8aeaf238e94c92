'use client'

import { useState } from 'react'
import { fieldError } from '../api/api-error'
import { EntranceForm } from './entrance-form'
import { PasswordField } from './password-field'
import { PersonFields } from './person-fields'
import { useEntering } from './use-entering'

type AcceptFormProps = {
  token: string
  /** Whoever is signed in to the invited account joins with one press; everyone else makes an account. */
  asMember: boolean
  workspace: string
}

export function AcceptForm({ token, asMember, workspace }: AcceptFormProps) {
  const { goIn, busy, cause } = useEntering()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const errorFor = fieldError(cause)
  const join = () =>
    goIn<{ workspace: string; email: string }>({
      path: '/invitations/accept',
      body: { token, ...(asMember ? {} : { name: name.trim(), password }) },
      signIn: ({ email }) => (asMember ? null : { email, password }),
      leadsTo: (joined) => `/w/${joined.workspace}`,
    })
  return (
    <EntranceForm action={`Join ${workspace}`} onSubmit={join} busy={busy} cause={cause}>
      {asMember ? null : (
        <>
          <PersonFields name={name} onName={setName} errorFor={errorFor} />
          <PasswordField fresh value={password} onChange={setPassword} error={errorFor('password')} />
        </>
      )}
    </EntranceForm>
  )
}
