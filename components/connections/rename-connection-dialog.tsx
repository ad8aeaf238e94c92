'use client'

import { type FormEvent, useState } from 'react'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../api/use-api'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

type RenameProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

export function RenameConnectionDialog({ connection, open, onOpenChange }: RenameProps) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [name, setName] = useState(connection.name)
  const [shared, setShared] = useState(connection.shared)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { name: name.trim(), ...(shared === connection.shared ? {} : { shared }) }
    if (!(await call({ path: `/connections/${connection.id}`, method: 'PATCH', body }))) return
    await refresh('/connections')
    onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Rename the connection"
      footer={
        <Button
          variant="primary"
          type="submit"
          form="rename-connection"
          busy={busy}
          disabled={name.trim() === ''}
        >
          Save
        </Button>
      }
    >
      <form id="rename-connection" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" error={error}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Checkbox checked={shared} onCheckedChange={setShared} label="Share it with this workspace" />
      </form>
    </Dialog>
  )
}
