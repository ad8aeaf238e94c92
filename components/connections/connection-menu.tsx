'use client'

import { Ellipsis, Gauge, KeyRound, Plug, RefreshCw, SquarePen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { getConnector } from '@/lib/connectors'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { messageOf } from '../api/api-error'
import { callApi } from '../api/client'
import { useRefresh } from '../api/use-api'
import { useHere, useMay } from '../api/workspace-context'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../ui/dropdown-menu'
import { IconButton } from '../ui/icon-button'
import { toast } from '../ui/toast'
import { ownerOf } from './owner-of'
import { RateDialog } from './rate-dialog'
import { ReconnectDialog } from './reconnect-dialog'
import { RemoveConnectionDialog } from './remove-connection-dialog'
import { RenameConnectionDialog } from './rename-connection-dialog'
import { ReplaceSecretDialog } from './replace-secret-dialog'

export function ConnectionMenu({ connection }: { connection: ConnectionView }) {
  const { workspace } = useHere()
  const refresh = useRefresh()
  const [asking, setAsking] = useState<'consent' | 'rename' | 'secret' | 'rate' | 'remove' | null>(null)
  const mayManage = useMay('connection.manage', ownerOf(connection))
  const mayUse = useMay('connection.use', ownerOf(connection))
  const check = async () => {
    try {
      const path = `/connections/${connection.id}/check`
      const after = await callApi<ConnectionView>({
        path,
        method: 'POST',
        body: {},
        workspace: workspace.slug,
      })
      await refresh('/connections')
      if (after.status === 'ok') toast.done(`‘${after.name}’ works.`)
      else toast.failed(after.statusMessage ?? `‘${after.name}’ could not be tried.`)
    } catch (error) {
      toast.failed(messageOf(error))
    }
  }
  if (!mayManage && !mayUse) return <span className="size-7" />
  const mayReconnect =
    !connection.simulated &&
    connection.baseUrl === null &&
    getConnector(connection.connector)?.oauth !== undefined
  const closed = (open: boolean) => !open && setAsking(null)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`More for ${connection.name}`} size="sm">
            <Ellipsis />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          {mayUse ? (
            <MenuItem onSelect={() => void check()}>
              <RefreshCw aria-hidden /> Try it
            </MenuItem>
          ) : null}
          {mayManage ? (
            <>
              <MenuItem onSelect={() => setAsking('rename')}>
                <SquarePen aria-hidden /> Rename…
              </MenuItem>
              <MenuItem onSelect={() => setAsking('rate')}>
                <Gauge aria-hidden /> Limit its calls…
              </MenuItem>
              {mayReconnect ? (
                <MenuItem onSelect={() => setAsking('consent')}>
                  <Plug aria-hidden /> Reconnect…
                </MenuItem>
              ) : null}
              {connection.simulated ? null : (
                <MenuItem onSelect={() => setAsking('secret')}>
                  <KeyRound aria-hidden /> Replace the secret…
                </MenuItem>
              )}
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking('remove')}>
                <Trash2 aria-hidden /> Remove…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      {asking === 'consent' ? <ReconnectDialog connection={connection} open onOpenChange={closed} /> : null}
      {asking === 'rename' ? (
        <RenameConnectionDialog connection={connection} open onOpenChange={closed} />
      ) : null}
      {asking === 'secret' ? (
        <ReplaceSecretDialog connection={connection} open onOpenChange={closed} />
      ) : null}
      {asking === 'rate' ? <RateDialog connection={connection} open onOpenChange={closed} /> : null}
      {asking === 'remove' ? (
        <RemoveConnectionDialog connection={connection} open onOpenChange={closed} />
      ) : null}
    </>
  )
}
