'use client'

import { useState } from 'react'
import type { TemplateSummary } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../api/use-api'
import { Field } from '../ui/field'
import { FormDialog } from '../ui/form-dialog'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { Textarea } from '../ui/textarea'
import { toast } from '../ui/toast'
import { categories } from './categories'

type ShareDialogProps = {
  workflow: { readonly id: string; readonly name: string; readonly description?: string }
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Shares a workflow in the catalog, as a template with slots in the place of connections. */
export function ShareDialog({ workflow, open, onOpenChange }: ShareDialogProps) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [name, setName] = useState(workflow.name)
  const [description, setDescription] = useState(workflow.description ?? '')
  const [category, setCategory] = useState<string>(categories[0])
  const submit = async () => {
    const body = { workflow: workflow.id, name: name.trim(), description: description.trim(), category }
    const shared = await call<TemplateSummary>({ path: '/templates', method: 'POST', body })
    if (!shared) return
    await refresh('/templates')
    onOpenChange(false)
    toast.done(`‘${shared.answer.name}’ is in the catalog.`)
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Share in the catalog"
      description="Others install a copy of their own. Your connections and their secrets stay here. What you shared before is brought up to date."
      action="Share template"
      onSubmit={submit}
      busy={busy}
      disabled={name.trim() === ''}
      error={error}
    >
      <Field label="Name">
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="What it does" help="One or two sentences for someone who has never seen it.">
        {(control) => (
          <Textarea
            {...control}
            value={description}
            maxLength={1_000}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <Field label="Category">
        {(control) => (
          <Select
            {...control}
            value={category}
            onValueChange={setCategory}
            options={categories.map((each) => ({ value: each, label: each }))}
          />
        )}
      </Field>
    </FormDialog>
  )
}
