'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { JsonObject } from '@/lib/core/json'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useApi, useCall } from '../../api/use-api'
import { useLink } from '../../api/workspace-context'
import { FailedToLoad } from '../../ui/failed-to-load'
import { FormDialog } from '../../ui/form-dialog'
import { SkeletonRows } from '../../ui/skeleton'
import { emptyValues, type FormValues, toInput } from './form-value'
import { RunForm } from './run-form'

type StartRunDialogProps = {
  workflow: Pick<WorkflowSummary, 'id' | 'name' | 'live'>
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks for what the live version's form wants, starts it, and leads to the run. */
export function StartRunDialog({ workflow, open, onOpenChange }: StartRunDialogProps) {
  const router = useRouter()
  const link = useLink()
  const { call, busy, error } = useCall()
  const version = useApi<{ document: WorkflowDocument }>(
    open && workflow.live ? `/workflows/${workflow.id}/versions/${workflow.live.id}` : null,
  )
  const trigger = version.data?.document.nodes.find((node) => node.type === 'trigger.form')
  const fields = trigger?.type === 'trigger.form' ? trigger.config.fields : []
  const [values, setValues] = useState<FormValues>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})

  const start = async () => {
    const read = toInput(fields, { ...emptyValues(fields), ...values })
    if ('errors' in read) return setErrors(read.errors)
    setErrors({})
    const body: { input: JsonObject; trigger?: string } = { input: read.input }
    if (trigger) body.trigger = trigger.id
    const started = await call<{ id: string }>({
      path: `/workflows/${workflow.id}/runs`,
      method: 'POST',
      body,
    })
    if (started) router.push(link(`runs/${started.answer.id}`))
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Run ‘${workflow.name}’`}
      {...(workflow.live ? { description: `Version ${workflow.live.number}, the live one.` } : {})}
      action="Start the run"
      onSubmit={start}
      busy={busy}
      disabled={!version.data}
      error={error}
    >
      {version.error ? <FailedToLoad error={version.error} /> : null}
      {!version.data && !version.error ? <SkeletonRows rows={2} label="Loading the form" /> : null}
      {version.data && fields.length === 0 ? (
        <p className="text-muted">It asks for nothing. It starts as soon as you say so.</p>
      ) : null}
      <RunForm
        fields={fields}
        values={{ ...emptyValues(fields), ...values }}
        errors={errors}
        onChange={setValues}
      />
    </FormDialog>
  )
}
