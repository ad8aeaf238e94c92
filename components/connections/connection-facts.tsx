'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useLink, useMay } from '../api/workspace-context'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { RelativeTime } from '../values/relative-time'
import { ConnectionStatus } from './connection-status'
import { ownerOf } from './owner-of'
import { ReconnectDialog } from './reconnect-dialog'

/** Who connected it, what it may do, who may use it and where it is used. */
export function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const link = useLink()
  const mayManage = useMay('connection.manage', ownerOf(connection))
  const [asking, setAsking] = useState(false)
  const { consent, usedBy, owner } = connection
  const mustReconnect = connection.status === 'reconnect' && !connection.simulated
  const missing = consent?.missing ?? []
  const reconnect = (label: string) =>
    mayManage && consent ? (
      <Button variant="primary" onClick={() => setAsking(true)}>
        {label}
      </Button>
    ) : null
  return (
    <div className="mb-8 flex flex-col gap-4">
      {mustReconnect ? (
        <Alert tone="failed" title="It must be reconnected" actions={reconnect('Reconnect')}>
          {connection.statusMessage} Runs that need it wait until then.
        </Alert>
      ) : null}
      {missing.length > 0 ? (
        <Alert tone="write" title="Its workflows need more than was granted" actions={reconnect('Grant it')}>
          {missing
            .map(({ scope, for: actions }) => `${scope} (${actions.join(', ') || 'to try it'})`)
            .join('; ')}
        </Alert>
      ) : null}
      <Card className="px-4 py-3.5">
        <dl className="grid gap-x-6 gap-y-2.5 sm:grid-cols-[10rem_1fr] [&>dt]:text-muted">
          <dt>State</dt>
          <dd>
            <ConnectionStatus connection={connection} />
          </dd>
          <dt>Account</dt>
          <dd>{connection.account ?? 'Not known'}</dd>
          <dt>Connected by</dt>
          <dd>
            {owner?.name ?? 'Someone who has left'}, <RelativeTime at={connection.createdAt} />
          </dd>
          <dt>Who may use it</dt>
          <dd>
            {connection.shared
              ? 'All builders of this workspace'
              : `Only ${owner?.name ?? 'its owner'} and their workflows`}
          </dd>
          <dt>Last used</dt>
          <dd>{connection.lastUsedAt ? <RelativeTime at={connection.lastUsedAt} /> : 'Never'}</dd>
          <dt>Used in</dt>
          <dd>
            {usedBy.length === 0 ? 'No workflow' : null}
            {usedBy.map(({ id, name }) => (
              <Link key={id} href={link(`workflows/${id}`)} className="mr-3 underline underline-offset-4">
                {name}
              </Link>
            ))}
          </dd>
          {consent ? (
            <>
              <dt>Granted</dt>
              <dd className="break-words">
                {consent.granted.length > 0 ? consent.granted.join(', ') : 'Nothing but who it is'}
              </dd>
              {consent.extra.length > 0 ? (
                <>
                  <dt>More than needed</dt>
                  <dd className="break-words">
                    {consent.extra.join(', ')}. Reconnect it to ask for less, or take it back at the service.
                  </dd>
                </>
              ) : null}
            </>
          ) : null}
        </dl>
      </Card>
      {asking ? <ReconnectDialog connection={connection} open onOpenChange={setAsking} /> : null}
    </div>
  )
}
