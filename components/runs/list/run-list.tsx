'use client'

import { Play } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { RunSummary } from '@/lib/workflow/views/run-view'
import { useApiPages } from '../../api/use-pages'
import { useLink } from '../../api/workspace-context'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { FailedToLoad } from '../../ui/failed-to-load'
import { LoadMore } from '../../ui/load-more'
import { SkeletonRows } from '../../ui/skeleton'
import { RunFilterBar, type RunFilters } from './run-filters'
import { runListPath } from './run-list-path'
import { RunRow } from './run-row'

/** All runs, newest first, filtered by what the address says and kept fresh. */
export function RunList({ first }: { first: Page<RunSummary> }) {
  const link = useLink()
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const filters: RunFilters = {
    status: params.get('status') ?? '',
    workflow: params.get('workflow') ?? '',
    person: params.get('person') ?? '',
    search: params.get('search') ?? '',
  }
  const filtered = Object.values(filters).some(Boolean)
  const { items, error, loading, loadingMore, more } = useApiPages<RunSummary>(runListPath(filters), {
    first,
    refreshEvery: 4_000,
  })
  const query = params.toString()
  const change = useCallback(
    (changed: Partial<RunFilters>) => {
      const next = new URLSearchParams(query)
      for (const [key, value] of Object.entries(changed)) {
        if (value) next.set(key, value)
        else next.delete(key)
      }
      router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false })
    },
    [query, pathname, router],
  )
  return (
    <>
      <RunFilterBar filters={filters} onChange={change} />
      {error && items.length === 0 ? <FailedToLoad error={error} /> : null}
      {loading ? <SkeletonRows label="Loading runs" /> : null}
      {items.length > 0 ? (
        <Card>
          <ul aria-label="Runs" className="divide-y divide-line overflow-hidden rounded-card">
            {items.map((run) => (
              <RunRow key={run.id} run={run} href={link(`runs/${run.id}`)} />
            ))}
          </ul>
        </Card>
      ) : null}
      {!loading && !error && items.length === 0 ? (
        <NoRuns filtered={filtered} clear={() => router.replace(pathname)} />
      ) : null}
      <LoadMore more={more} busy={loadingMore} />
    </>
  )
}

function NoRuns({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  const link = useLink()
  if (filtered) {
    return (
      <EmptyState
        icon={<Play />}
        title="No run matches"
        action={<Button onClick={clear}>Clear the filters</Button>}
      >
        Nothing that has run fits these filters.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Play />}
      title="Nothing has run yet"
      action={
        <Button asChild variant="primary">
          <Link href={link('workflows')}>Choose a workflow</Link>
        </Button>
      }
    >
      Start a workflow, and each step it takes is written down here to read and check.
    </EmptyState>
  )
}
