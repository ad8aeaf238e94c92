'use client'

import { useState } from 'react'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../api/use-api'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { FormDialog } from '../ui/form-dialog'
import { Input } from '../ui/input'

type RenameProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

export function RenameConnectionDialog({ connection, open, onOpenChange }: RenameProps) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [name, setName] = useState(connection.name)
  const [shared, setShared] = useState(connection.shared)
  const submit = async () => {
    const body = { name: name.trim(), ...(shared === connection.shared ? {} : { shared }) }
    if (!(await call({ path: `/connections/${connection.id}`, method: 'PATCH', body }))) return
    await refresh('/connections')
    onOpenChange(false)
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Rename the connection"
      action="Save"
      onSubmit={submit}
      busy={busy}
      disabled={name.trim() === ''}
    >
      <Field label="Name" error={error}>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Checkbox checked={shared} onCheckedChange={setShared} label="Share it with this workspace" />
    </FormDialog>
  )
}
