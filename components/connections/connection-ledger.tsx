'use client'

import { ScrollText } from 'lucide-react'
import type { ConnectionView, Page } from '@/lib/policy/views/workspace-views'
import type { LedgerEntry } from '@/lib/workflow/views/ledger-view'
import { useApiPages } from '../api/use-pages'
import { LedgerTable } from '../ledger/ledger-table'
import { EmptyState } from '../ui/empty-state'
import { LoadMore } from '../ui/load-more'

/** Everything that a connection sent, whatever came of it. */
export function ConnectionLedger({
  connection,
  first,
}: {
  connection: ConnectionView
  first: Page<LedgerEntry>
}) {
  const { items, more, loadingMore } = useApiPages<LedgerEntry>(`/connections/${connection.id}/effects`, {
    first,
    refreshEvery: 10_000,
  })
  if (items.length === 0) {
    return (
      <EmptyState icon={<ScrollText />} title="It has sent nothing yet">
        Each call that writes or sends something through this connection will be noted here, with the run that
        made it.
      </EmptyState>
    )
  }
  return (
    <>
      <LedgerTable entries={items} about="connection" />
      <LoadMore more={more} busy={loadingMore} />
    </>
  )
}
