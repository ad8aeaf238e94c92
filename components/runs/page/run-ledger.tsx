'use client'

import type { LedgerEntry } from '@/lib/workflow/views/ledger-view'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useApiPages } from '../../api/use-pages'
import { LedgerTable } from '../../ledger/ledger-table'
import { EmptyState } from '../../ui/empty-state'
import { FailedToLoad } from '../../ui/failed-to-load'
import { LoadMore } from '../../ui/load-more'
import { SkeletonRows } from '../../ui/skeleton'

/** Everything the run did outside, newest first: the ledger. */
export function RunLedger({ run, goesOn }: { run: RunView; goesOn: boolean }) {
  const { items, error, loading, loadingMore, more } = useApiPages<LedgerEntry>(
    `/runs/${run.id}/effects`,
    goesOn ? { refreshEvery: 4_000 } : {},
  )
  if (error && items.length === 0) return <FailedToLoad error={error} />
  if (loading) return <SkeletonRows label="Loading the ledger" />
  if (items.length === 0) {
    return (
      <EmptyState title="It changed nothing outside">
        Every call that writes or sends something is noted here before it is made, and again when it is
        answered.
      </EmptyState>
    )
  }
  return (
    <>
      <LedgerTable entries={items} about="run" />
      <LoadMore more={more} busy={loadingMore} />
    </>
  )
}
