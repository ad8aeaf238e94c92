'use client'

import { getConnector } from '@/lib/connectors'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { Dialog } from '../ui/dialog'
import { BrowserConsent } from './browser-consent'

type ReconnectProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

/** Consent given anew: for a connection that its service refuses, or one whose workflows need more than it has. */
export function ReconnectDialog({ connection, open, onOpenChange }: ReconnectProps) {
  const connector = getConnector(connection.connector)
  if (!connector) return null
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Reconnect ‘${connection.name}’`}
      description="Workflows that use it keep it, and runs that wait for it go on."
    >
      <BrowserConsent connector={connector} connection={connection} />
    </Dialog>
  )
}
