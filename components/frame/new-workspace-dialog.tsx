'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import { useCall } from '../api/use-api'
import { workspaceLink } from '../api/workspace-link'
import { Field } from '../ui/field'
import { FormDialog } from '../ui/form-dialog'
import { Input } from '../ui/input'

type NewWorkspaceDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

export function NewWorkspaceDialog({ open, onOpenChange }: NewWorkspaceDialogProps) {
  const router = useRouter()
  const { call, busy, error } = useCall()
  const [name, setName] = useState('')
  const submit = async () => {
    const made = await call<WorkspaceView>({
      path: '/workspaces',
      method: 'POST',
      body: { name: name.trim() },
    })
    if (!made) return
    onOpenChange(false)
    router.push(workspaceLink(made.answer.slug))
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="New workspace"
      description="A workspace has its own workflows, connections, members and history. In it, actions are real."
      action="Make workspace"
      onSubmit={submit}
      busy={busy}
      disabled={name.trim() === ''}
    >
      <Field label="Name" help="Your team or company, such as ‘Acme Support’." error={error}>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}
