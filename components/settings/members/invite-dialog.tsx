'use client'

import { useState } from 'react'
import type { Role } from '@/lib/policy/actor'
import { fieldError } from '../../api/api-error'
import { useCall, useRefresh } from '../../api/use-api'
import { useMay } from '../../api/workspace-context'
import { Field } from '../../ui/field'
import { FormDialog } from '../../ui/form-dialog'
import { Input } from '../../ui/input'
import { Select } from '../../ui/select'
import { LinkDialog } from '../link-dialog'
import { isRole, roleOptions } from './role-words'

type InviteDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** Makes an invitation, and shows its link this once. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const { call, busy, error, cause } = useCall()
  const refresh = useRefresh()
  const mayGrantOwner = useMay('member.grant_owner')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('builder')
  const [link, setLink] = useState<string | null>(null)
  const errorFor = fieldError(cause)
  const submit = async () => {
    const body = { email: email.trim(), role }
    const made = await call<{ link: string }>({ path: '/invitations', method: 'POST', body })
    if (!made) return
    setLink(made.answer.link)
    await refresh('/invitations')
  }
  if (link !== null) {
    return (
      <LinkDialog
        title={`${email.trim()} is invited`}
        description="Send them this link. It works once, for a day, and is not shown again."
        link={link}
        onClose={() => onOpenChange(false)}
      />
    )
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite someone"
      description="You get a link to send them. Handrail sends no mail."
      action="Make the link"
      onSubmit={submit}
      busy={busy}
      error={errorFor.any ? null : error}
    >
      <Field label="E-mail" error={errorFor('email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label="Role" error={errorFor('role')}>
        {(control) => (
          <Select
            {...control}
            value={role}
            onValueChange={(next) => isRole(next) && setRole(next)}
            options={roleOptions.filter(({ value }) => value !== 'owner' || mayGrantOwner)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
