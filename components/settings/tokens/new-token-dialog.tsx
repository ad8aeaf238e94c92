'use client'

import { useState } from 'react'
import { type Scope, scopes } from '@/lib/policy/actor'
import { useCall, useRefresh } from '../../api/use-api'
import { Checkbox } from '../../ui/checkbox'
import { Field } from '../../ui/field'
import { FormDialog } from '../../ui/form-dialog'
import { Input } from '../../ui/input'
import { Select } from '../../ui/select'
import { LinkDialog } from '../link-dialog'

const meanings: Readonly<Record<Scope, string>> = {
  read: 'See workflows, runs, approvals and connections.',
  build: 'Change and publish workflows.',
  run: 'Start, cancel and retry runs.',
  approve: 'Decide approvals.',
  administer: 'Members, models, policy, tokens.',
}

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'none', label: 'Until it is revoked' },
] as const

type NewTokenDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

/** Makes a token, and shows it this once. */
export function NewTokenDialog({ open, onOpenChange }: NewTokenDialogProps) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Scope[]>(['read'])
  const [life, setLife] = useState<string>('90')
  const [token, setToken] = useState<string | null>(null)
  const submit = async () => {
    const body = {
      name: name.trim(),
      scopes: chosen,
      ...(life === 'none' ? {} : { expiresInDays: Number(life) }),
    }
    const made = await call<{ token: string }>({ path: '/tokens', method: 'POST', body })
    if (!made) return
    setToken(made.answer.token)
    await refresh('/tokens')
  }
  if (token !== null) {
    return (
      <LinkDialog
        title={`The token ‘${name.trim()}’`}
        description="Copy it now and keep it like a password. It is not shown again."
        link={token}
        onClose={() => onOpenChange(false)}
      />
    )
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="New API token"
      action="Make token"
      onSubmit={submit}
      busy={busy}
      disabled={name.trim() === '' || chosen.length === 0}
      error={error}
    >
      <Field label="What it is for">
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={80}
            placeholder="Nightly import"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2.5">
        <legend className="mb-2 font-medium text-sm">What it may do</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={scope}
            help={meanings[scope]}
            checked={chosen.includes(scope)}
            onCheckedChange={(on) =>
              setChosen(on ? [...chosen, scope] : chosen.filter((each) => each !== scope))
            }
          />
        ))}
      </fieldset>
      <Field label="It works for">
        {(control) => <Select {...control} value={life} onValueChange={setLife} options={lives} />}
      </Field>
    </FormDialog>
  )
}
