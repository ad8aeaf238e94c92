'use client'

import { useState } from 'react'
import { ApiError } from '@/components/api/api-error'
import { useCall } from '@/components/api/use-api'
import { useMay } from '@/components/api/workspace-context'
import { emptyValues, type FormValues, toInput } from '@/components/runs/start/form-value'
import { RunForm } from '@/components/runs/start/run-form'
import { Alert } from '@/components/ui/alert'
import { FormDialog } from '@/components/ui/form-dialog'
import type { Json } from '@/lib/core/json'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useEditorActions } from '../editor-actions'
import { useEditor, useEditorStore } from '../store/editor-context'
import { CallBody } from './call-body'
import { RunChoices } from './run-choices'
import { useRunDocument } from './use-run-document'

/** Asks for what the trigger wants, and starts the draft or the live version. */
export function RunDialog({ workflow }: { workflow: WorkflowView }) {
  const store = useEditorStore()
  const { flush, showRun } = useEditorActions()
  const mayTest = useMay('workflow.test')
  const errors = useEditor((state) => state.issues.filter((issue) => issue.severity === 'error').length)
  const { call, busy, error, cause } = useCall()
  const [chosen, setVersion] = useState<'draft' | 'live'>(mayTest ? 'draft' : 'live')
  const version = workflow.live ? chosen : 'draft'
  const document = useRunDocument(workflow, version)
  const triggers = document?.nodes.filter((node) => node.type.startsWith('trigger.')) ?? []
  const [triggerId, setTrigger] = useState<string | null>(null)
  const trigger = triggers.find((node) => node.id === triggerId) ?? triggers[0]
  const isCall = trigger?.type === 'trigger.webhook'
  const fields = trigger?.type === 'trigger.form' ? trigger.config.fields : []
  const [called, setCalled] = useState<Json | undefined>(undefined)
  const [values, setValues] = useState<FormValues>({})
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const close = () => store.setState({ dialog: null })
  const isBroken = version === 'draft' && errors > 0

  const start = async () => {
    const read = toInput(fields, { ...emptyValues(fields), ...values })
    if ('errors' in read) return setWrong(read.errors)
    setWrong({})
    if (version === 'draft') await flush()
    const body: Record<string, Json> = { input: isCall ? (called ?? {}) : read.input }
    if (trigger) body.trigger = trigger.id
    if (version === 'draft') body.version = 'draft'
    const started = await call<{ id: string }>({
      path: `/workflows/${workflow.id}/runs`,
      method: 'POST',
      body,
    })
    if (!started) return
    close()
    showRun(started.answer.id)
  }
  const named = cause instanceof ApiError ? cause.field?.replace(/^input\./, '') : undefined
  const refused = error && fields.some(({ key }) => key === named) ? { [named ?? '']: error } : null
  return (
    <FormDialog
      open
      onOpenChange={(open) => (open ? null : close())}
      title="Run"
      action={version === 'draft' ? 'Run the draft' : `Run version ${workflow.live?.number}`}
      onSubmit={start}
      busy={busy}
      disabled={!trigger || isBroken}
      error={refused ? null : error}
      noValidate
    >
      {isBroken ? (
        <Alert tone="write">
          {errors === 1 ? 'One thing in the draft is' : `${errors} things in the draft are`} to be mended
          first. Close this and press the checks beside “Run”.
        </Alert>
      ) : null}
      <RunChoices
        live={mayTest ? (workflow.live?.number ?? null) : null}
        version={version}
        onVersion={setVersion}
        triggers={triggers}
        trigger={trigger?.id}
        onTrigger={setTrigger}
      />
      {isCall ? <CallBody workflowId={workflow.id} trigger={trigger.id} onChange={setCalled} /> : null}
      {trigger && !isCall && fields.length === 0 ? (
        <p className="text-muted">It asks for nothing. It starts as soon as you say so.</p>
      ) : null}
      <RunForm
        fields={fields}
        values={{ ...emptyValues(fields), ...values }}
        errors={{ ...wrong, ...refused }}
        onChange={setValues}
      />
    </FormDialog>
  )
}
