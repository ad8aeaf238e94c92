'use client'

import { Ellipsis, SquarePen, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ProviderView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../../api/use-api'
import { useMay } from '../../api/workspace-context'
import { ConnectorTile } from '../../marks/connector-icon'
import { ConfirmDialog } from '../../ui/alert-dialog'
import { Badge } from '../../ui/badge'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/dropdown-menu'
import { IconButton } from '../../ui/icon-button'
import { toast } from '../../ui/toast'
import { ProviderDialog } from './provider-dialog'

export function ProviderRow({ provider }: { provider: ProviderView }) {
  const { call, busy } = useCall()
  const refresh = useRefresh()
  const mayManage = useMay('provider.manage')
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null)
  const path = `/providers/${provider.id}`
  const change = async (method: 'PATCH' | 'DELETE', said: string, body?: object) => {
    const done = await call({ path, method, ...(body ? { body } : {}) })
    await refresh('/providers')
    if (done) toast.done(said)
    else toast.failed(`‘${provider.name}’ could not be changed. Try again in a moment.`)
    setAsking(null)
  }
  return (
    <li className="flex items-center gap-3 px-3.5 py-3">
      <ConnectorTile name="agent" className="size-8" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {provider.name}
          {provider.isDefault ? <Badge tone="accent">default</Badge> : null}
          {provider.simulated ? <Badge tone="practice">no AI</Badge> : null}
          {provider.simulated || provider.hasKey ? null : <Badge tone="outline">no key</Badge>}
        </p>
        <p className="truncate text-muted text-sm">
          {provider.defaultModel}
          {provider.simulated ? ', answers in the shape asked for' : ` at ${provider.baseUrl}`}
        </p>
      </div>
      {mayManage ? (
        <Menu>
          <MenuTrigger asChild>
            <IconButton label={`More for ${provider.name}`} size="sm">
              <Ellipsis />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem onSelect={() => setAsking('edit')}>
              <SquarePen aria-hidden /> Change…
            </MenuItem>
            {provider.isDefault ? null : (
              <MenuItem
                onSelect={() =>
                  void change('PATCH', `‘${provider.name}’ is the default.`, { isDefault: true })
                }
              >
                <Star aria-hidden /> Make it the default
              </MenuItem>
            )}
            <MenuSeparator />
            <MenuItem danger onSelect={() => setAsking('delete')}>
              <Trash2 aria-hidden /> Remove…
            </MenuItem>
          </MenuContent>
        </Menu>
      ) : null}
      {asking === 'edit' ? (
        <ProviderDialog provider={provider} open onOpenChange={(open) => !open && setAsking(null)} />
      ) : null}
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => setAsking(open ? 'delete' : null)}
        title={`Remove ‘${provider.name}’?`}
        action="Remove provider"
        onConfirm={() => void change('DELETE', `‘${provider.name}’ is removed, and its key is erased.`)}
        busy={busy}
      >
        Agents that use one of its models go on with the default provider.
      </ConfirmDialog>
    </li>
  )
}
