'use client'

import Link from 'next/link'
import type { LedgerEntry } from '@/lib/workflow/views/ledger-view'
import { useLink } from '../api/workspace-context'

/** Through which connection a call went, or, on the page of a connection, the run that made it. */
export function LedgerPlace({ entry, about }: { entry: LedgerEntry; about: 'connection' | 'run' }) {
  const link = useLink()
  if (about === 'run') return entry.connection?.name ?? 'None'
  return (
    <Link
      href={link(`runs/${entry.run.id}`)}
      className="rounded-xs underline-offset-4 hover:text-text hover:underline"
    >
      {entry.run.workflow.name}
    </Link>
  )
}
