'use client'

import { useState } from 'react'
import { getConnector } from '@/lib/connectors'
import { firstChoices } from '@/lib/connectors/shown-fields'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { fieldError } from '../api/api-error'
import { useCall, useRefresh } from '../api/use-api'
import { FormDialog } from '../ui/form-dialog'
import { toast } from '../ui/toast'
import { ConnectionFields } from './connection-fields'

type ReplaceProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

/** All of the connector's fields anew: what is stored cannot be shown, so it cannot be edited. */
export function ReplaceSecretDialog({ connection, open, onOpenChange }: ReplaceProps) {
  const { call, busy, error, cause } = useCall()
  const refresh = useRefresh()
  const fields = getConnector(connection.connector)?.fields ?? []
  const [values, setValues] = useState(firstChoices(fields))
  const errorFor = fieldError(cause)
  const submit = async () => {
    const path = `/connections/${connection.id}`
    const done = await call<ConnectionView>({ path, method: 'PATCH', body: { values } })
    if (!done) return
    await refresh('/connections')
    onOpenChange(false)
    if (done.answer.status === 'ok') toast.done(`‘${connection.name}’ works with the new secret.`)
    else if (done.answer.statusMessage) toast.failed(done.answer.statusMessage)
  }
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Replace the secret of ‘${connection.name}’`}
      description="The old one is forgotten. Workflows that use the connection go on with the new one."
      action="Replace secret"
      onSubmit={submit}
      busy={busy}
      error={errorFor.any ? null : error}
      isSecret
    >
      <ConnectionFields fields={fields} values={values} onChange={setValues} errorFor={errorFor} />
    </FormDialog>
  )
}
