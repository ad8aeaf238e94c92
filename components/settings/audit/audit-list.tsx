'use client'

import { ScrollText } from 'lucide-react'
import type { AuditView, Page } from '@/lib/policy/views/workspace-views'
import { useApiPages } from '../../api/use-pages'
import { Avatar } from '../../ui/avatar'
import { Card, Section } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { LoadMore } from '../../ui/load-more'
import { RelativeTime } from '../../values/relative-time'
import { ValueTree } from '../../values/value-tree'
import { auditSentence } from './audit-words'

/** Who changed what, newest first. */
export function AuditList({ first }: { first: Page<AuditView> }) {
  const { items, more, loadingMore } = useApiPages<AuditView>('/audit', { first })
  return (
    <Section title="Audit log" description="Who changed what in this workspace. It cannot be edited.">
      {items.length === 0 ? (
        <EmptyState icon={<ScrollText />} title="Nothing has been changed yet">
          Every change to workflows, connections, members and settings is written down here.
        </EmptyState>
      ) : (
        <Card>
          <ul aria-label="Audit log" className="divide-y divide-line">
            {items.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </Card>
      )}
      <LoadMore more={more} busy={loadingMore} />
    </Section>
  )
}

function AuditRow({ entry }: { entry: AuditView }) {
  const hasDetail =
    entry.detail !== null && typeof entry.detail === 'object' && Object.keys(entry.detail).length > 0
  const name = entry.actor?.name ?? 'Handrail'
  return (
    <li className="flex items-start gap-3 px-3.5 py-2.5">
      <Avatar name={name} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <span className="font-medium">{name}</span> {auditSentence(entry)}
          {entry.via === 'token' ? <span className="text-muted"> with a token</span> : null}
        </p>
        {hasDetail ? (
          <details className="mt-0.5">
            <summary className="w-fit rounded-xs text-muted text-sm hover:text-text">Details</summary>
            <ValueTree value={entry.detail} openTo={2} className="mt-1" />
          </details>
        ) : null}
      </div>
      <RelativeTime at={entry.at} className="shrink-0 text-muted text-sm" />
    </li>
  )
}
