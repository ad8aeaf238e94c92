'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ConnectionView, Page, TemplateView } from '@/lib/policy/views/workspace-views'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { fieldError } from '../api/api-error'
import { useApi, useCall } from '../api/use-api'
import { useLink } from '../api/workspace-context'
import { Field } from '../ui/field'
import { FormDialog } from '../ui/form-dialog'
import { Input } from '../ui/input'
import { SlotField } from './slot-field'

type InstallDialogProps = { template: TemplateView; open: boolean; onOpenChange: (open: boolean) => void }

/** Makes a workflow of a template: a name, and a connection of this workspace for each slot. */
export function InstallDialog({ template, open, onOpenChange }: InstallDialogProps) {
  const router = useRouter()
  const link = useLink()
  const { call, busy, error, cause } = useCall()
  const { data } = useApi<Page<ConnectionView>>('/connections')
  const [name, setName] = useState(template.name)
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const connections = data?.items ?? []
  const errorFor = fieldError(cause)
  // A slot with one fitting connection is filled already.
  const filled = Object.fromEntries(
    template.slots.flatMap(({ key, connector }) => {
      const fitting = connections.filter((connection) => connection.connector === connector)
      const id = chosen[key] ?? fitting[0]?.id
      return id ? [[key, id] as const] : []
    }),
  )
  const missing = template.slots.filter(({ key }) => filled[key] === undefined)
  const submit = async () => {
    const made = await call<WorkflowSummary>({
      path: `/templates/${template.id}/install`,
      method: 'POST',
      body: { name: name.trim(), connections: filled },
    })
    if (made) router.push(link(`workflows/${made.answer.id}`))
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Install ‘${template.name}’`}
      description="You get a draft of your own. Nothing runs until you publish it."
      action="Install as a draft"
      onSubmit={submit}
      busy={busy}
      disabled={name.trim() === ''}
      error={errorFor.any ? null : error}
    >
      <Field label="Name" error={errorFor('name')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {template.slots.map((slot) => (
        <SlotField
          key={slot.key}
          slot={slot}
          connections={connections}
          value={filled[slot.key]}
          onChange={(id) => setChosen({ ...chosen, [slot.key]: id })}
          error={errorFor(`connections.${slot.key}`)}
        />
      ))}
      {data && missing.length > 0 ? (
        <p className="text-muted text-sm">
          Slots that stay empty are asked for in the editor, before you publish.
        </p>
      ) : null}
    </FormDialog>
  )
}
