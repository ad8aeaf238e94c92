'use client'

import { Inbox } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { ApprovalSummary, ApprovalView } from '@/lib/workflow/views/approval-view'
import { useApi } from '../api/use-api'
import { useApiPages } from '../api/use-pages'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { FailedToLoad } from '../ui/failed-to-load'
import { LoadMore } from '../ui/load-more'
import { SkeletonRows } from '../ui/skeleton'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../ui/tabs'
import { ApprovalCard } from './approval-card'
import { ApprovalRow } from './approval-row'
import { type InboxTab, inboxTabs, tabOf } from './inbox-tabs'
import { isTyping } from './is-typing'

/** The approvals, one list at a time; on a wide screen the chosen one stands beside it. J and K move. */
export function ApprovalInbox({ first }: { first: Page<ApprovalSummary> }) {
  const router = useRouter()
  const tab = tabOf(useSearchParams().get('show'))
  const list = inboxTabs[tab]
  const {
    items: all,
    error,
    loading,
    loadingMore,
    more,
  } = useApiPages<ApprovalSummary>(list.path, {
    first,
    refreshEvery: 5_000,
  })
  const items = all.filter(list.shows)
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    items.findIndex((item) => item.id === chosen),
  )
  const selected = items[at]

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()]
      if (step === undefined || isTyping(event)) return
      const next = items[at + step]
      if (next) setChosen(next.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  return (
    <Tabs value={tab} onValueChange={(next) => router.replace(`?show=${next}`, { scroll: false })}>
      <TabsList aria-label="Which approvals">
        {Object.entries(inboxTabs).map(([value, { label }]) => (
          <TabsTrigger key={value} value={value}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={tab}>
        {error && items.length === 0 ? <FailedToLoad error={error} /> : null}
        {loading ? <SkeletonRows label="Loading approvals" /> : null}
        {selected ? (
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <div>
              <Card>
                <ul aria-label="Approvals" className="divide-y divide-line overflow-hidden rounded-card">
                  {items.map((approval) => (
                    <ApprovalRow
                      key={approval.id}
                      approval={approval}
                      selected={approval.id === selected.id}
                      onSelect={() => setChosen(approval.id)}
                    />
                  ))}
                </ul>
              </Card>
              <LoadMore more={more} busy={loadingMore} />
            </div>
            <div className="hidden lg:block">
              <Selected key={selected.id} id={selected.id} />
            </div>
          </div>
        ) : null}
        {!loading && !error && items.length === 0 ? <Nothing tab={tab} /> : null}
      </TabsContent>
    </Tabs>
  )
}

function Selected({ id }: { id: string }) {
  const { data, error } = useApi<ApprovalView>(`/approvals/${id}`)
  if (error) return <FailedToLoad error={error} />
  return data?.id === id ? (
    <ApprovalCard first={data} heading="h2" />
  ) : (
    <SkeletonRows rows={3} label="Loading" />
  )
}

function Nothing({ tab }: { tab: InboxTab }) {
  return (
    <EmptyState icon={<Inbox />} title={inboxTabs[tab].empty}>
      When a run reaches a step that needs a person, it stops and asks here. Nothing goes on until someone
      decides.
    </EmptyState>
  )
}
