'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import { useCall } from '../api/use-api'
import { workspaceLink } from '../api/workspace-link'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

type NewWorkspaceDialogProps = { open: boolean; onOpenChange: (open: boolean) => void }

export function NewWorkspaceDialog({ open, onOpenChange }: NewWorkspaceDialogProps) {
  const router = useRouter()
  const { call, busy, error } = useCall()
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
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
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New workspace"
      description="A workspace has its own workflows, connections, members and history. In it, actions are real."
      footer={
        <Button
          variant="primary"
          type="submit"
          form="new-workspace"
          busy={busy}
          disabled={name.trim() === ''}
        >
          Make workspace
        </Button>
      }
    >
      <form id="new-workspace" onSubmit={submit}>
        <Field label="Name" help="Your team or company, such as ‘Acme Support’." error={error}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
