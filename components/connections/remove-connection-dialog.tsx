'use client'

import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../api/use-api'
import { ConfirmDialog } from '../ui/alert-dialog'
import { toast } from '../ui/toast'

type RemoveProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

/** Removes a connection, and says first which workflows will stop working. */
export function RemoveConnectionDialog({ connection, open, onOpenChange }: RemoveProps) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const used = connection.usedBy.length > 0
  const remove = async () => {
    const path = `/connections/${connection.id}${used ? '?force=true' : ''}`
    if (!(await call({ path, method: 'DELETE' }))) return
    await refresh('/connections')
    toast.done(`‘${connection.name}’ is removed, and its secret is erased.`)
  }
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Remove ‘${connection.name}’?`}
      action="Remove connection"
      onConfirm={remove}
      busy={busy}
      error={error}
    >
      <p>
        Its secret is erased{connection.consent ? ' and given back to the service' : ''}. It cannot be brought
        back.
      </p>
      {used ? (
        <>
          <p className="mt-2 font-medium text-text">
            These workflows fail until another connection is chosen in them:
          </p>
          <ul className="mt-1 list-disc pl-5">
            {connection.usedBy.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
    </ConfirmDialog>
  )
}
