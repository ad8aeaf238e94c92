'use client'

import Link from 'next/link'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useHere, useLink } from '../api/workspace-context'
import { ConnectorTile } from '../marks/connector-icon'
import { Badge } from '../ui/badge'
import { RelativeTime } from '../values/relative-time'
import { ConnectionMenu } from './connection-menu'
import { ConnectionStatus } from './connection-status'
import { rateWords } from './rate-words'

export function ConnectionRow({ connection }: { connection: ConnectionView }) {
  const { connectorTitles } = useHere()
  const link = useLink()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3.5 py-3 sm:flex-nowrap">
      <ConnectorTile name={connection.connector} className="size-8" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <Link
            href={link(`connections/${connection.id}`)}
            className="truncate rounded-xs underline-offset-4 hover:underline"
          >
            {connection.name}
          </Link>
          {connection.shared ? null : <Badge title="Only its owner’s workflows may use it.">private</Badge>}
        </p>
        <p className="truncate text-muted text-sm">
          {connectorTitles[connection.connector] ?? connection.connector}
          {connection.account ? `, as ${connection.account}` : ''}
          {connection.baseUrl ? ` · ${connection.baseUrl}` : ''}
          {connection.rate ? ` · at most ${rateWords(connection.rate)}` : ''}
        </p>
      </div>
      <div className="order-last w-full pl-12 sm:order-none sm:w-44 sm:pl-0">
        <ConnectionStatus connection={connection} />
        {connection.heldUntil ? (
          <p className="text-muted text-sm">
            <RelativeTime at={connection.heldUntil} prefix="It asked for no calls; they go on " />
          </p>
        ) : connection.consent && connection.consent.missing.length > 0 ? (
          <p className="text-muted text-sm">
            Its workflows need more: {connection.consent.missing.map(({ scope }) => scope).join(', ')}
          </p>
        ) : connection.statusMessage ? (
          <p className="text-muted text-sm">{connection.statusMessage}</p>
        ) : connection.lastUsedAt ? (
          <p className="text-muted text-sm">
            <RelativeTime at={connection.lastUsedAt} prefix="Used " />
          </p>
        ) : null}
      </div>
      <p className="hidden w-48 min-w-0 text-muted text-sm md:block">
        {connection.usedBy.length === 0 ? 'No workflow uses it' : null}
        {connection.usedBy.slice(0, 2).map(({ id, name }) => (
          <Link
            key={id}
            href={link(`workflows/${id}`)}
            className="block truncate underline-offset-4 hover:text-text hover:underline"
          >
            {name}
          </Link>
        ))}
        {connection.usedBy.length > 2 ? `and ${connection.usedBy.length - 2} more` : null}
      </p>
      <ConnectionMenu connection={connection} />
    </li>
  )
}
