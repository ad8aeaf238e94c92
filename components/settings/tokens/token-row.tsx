'use client'

import { useState } from 'react'
import type { TokenView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../../api/use-api'
import { useHere } from '../../api/workspace-context'
import { ConfirmDialog } from '../../ui/alert-dialog'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { RelativeTime } from '../../values/relative-time'

export function TokenRow({ token }: { token: TokenView }) {
  const { actor } = useHere()
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [asking, setAsking] = useState(false)
  const revoke = async () => {
    if (await call({ path: `/tokens/${token.id}`, method: 'DELETE' })) await refresh('/tokens')
  }
  return (
    <li className="flex items-center gap-3 px-3.5 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {token.name}
          {token.scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </p>
        <p className="text-muted text-sm">
          <code className="font-mono">{token.prefix}…</code>
          {token.member.id === actor.userId ? '' : ` · ${token.member.name}`}
          {token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} prefix=" · used " /> : ' · never used'}
          {token.expiresAt ? <RelativeTime at={token.expiresAt} prefix=" · ends " /> : ''}
        </p>
      </div>
      <Button size="sm" variant="danger-quiet" onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke ‘${token.name}’?`}
        action="Revoke token"
        onConfirm={revoke}
        busy={busy}
        error={error}
      >
        Programs that use it are refused from now on.
      </ConfirmDialog>
    </li>
  )
}
