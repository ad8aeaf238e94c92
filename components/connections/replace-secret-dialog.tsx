'use client'

import { type FormEvent, useState } from 'react'
import { getConnector } from '@/lib/connectors'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { fieldError } from '../api/api-error'
import { useCall, useRefresh } from '../api/use-api'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { toast } from '../ui/toast'
import { ConnectionFields } from './connection-fields'

type ReplaceProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

/** All of the connector's fields anew: what is stored cannot be shown, so it cannot be edited. */
export function ReplaceSecretDialog({ connection, open, onOpenChange }: ReplaceProps) {
  const { call, busy, error, cause } = useCall()
  const refresh = useRefresh()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const errorFor = fieldError(cause)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const path = `/connections/${connection.id}`
    const done = await call<ConnectionView>({ path, method: 'PATCH', body: { values } })
    if (!done) return
    await refresh('/connections')
    onOpenChange(false)
    if (done.answer.status === 'ok') toast.done(`‘${connection.name}’ works with the new secret.`)
    else if (done.answer.statusMessage) toast.failed(done.answer.statusMessage)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Replace the secret of ‘${connection.name}’`}
      description="The old one is forgotten. Workflows that use the connection go on with the new one."
      footer={
        <Button variant="primary" type="submit" form="replace-secret" busy={busy}>
          Replace secret
        </Button>
      }
    >
      <form id="replace-secret" onSubmit={submit} className="flex flex-col gap-4" autoComplete="off">
        {error && !errorFor.any ? <Alert tone="failed">{error}</Alert> : null}
        <ConnectionFields
          fields={getConnector(connection.connector)?.fields ?? []}
          values={values}
          onChange={setValues}
          errorFor={errorFor}
        />
      </form>
    </Dialog>
  )
}
