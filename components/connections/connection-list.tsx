'use client'

import { Plug, Plus } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { connectors } from '@/lib/connectors'
import type { ConnectionView, Page } from '@/lib/policy/views/workspace-views'
import { useApi } from '../api/use-api'
import { useHere, useMay } from '../api/workspace-context'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { FailedToLoad } from '../ui/failed-to-load'
import { PageHeader } from '../ui/page-header'
import { AddConnectionDialog } from './add-connection-dialog'
import { ConnectionRow } from './connection-row'

/** The accounts with which workflows act, and how each is doing. */
export function ConnectionList({ first }: { first: Page<ConnectionView> }) {
  const { workspace } = useHere()
  const mayAdd = useMay('connection.create') && !workspace.practice
  const { data, error } = useApi<Page<ConnectionView>>('/connections', { first })
  // The editor leads here for an account that a step needs.
  const query = useSearchParams()
  const wanted = connectors.find(({ id }) => id === query.get('new'))
  const [adding, setAdding] = useState(mayAdd && wanted !== undefined)
  const items = data?.items ?? []
  const add = mayAdd ? (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden /> Add a connection
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title="Connections"
        description="The accounts with which workflows act. Secrets go in and never come out."
        actions={items.length > 0 ? add : null}
      />
      {error && items.length === 0 ? <FailedToLoad error={error} /> : null}
      {workspace.practice ? (
        <Alert className="mb-4">
          These services are simulated, so that nothing can go wrong here. Real accounts are connected in a
          workspace of your own: make one from the switcher at the top of the navigation.
        </Alert>
      ) : null}
      {items.length > 0 ? (
        <Card>
          <ul aria-label="Connections" className="divide-y divide-line rounded-card">
            {items.map((connection) => (
              <ConnectionRow key={connection.id} connection={connection} />
            ))}
          </ul>
        </Card>
      ) : (
        <EmptyState icon={<Plug />} title="No connections yet" action={add}>
          A connection lets workflows act in GitHub, Slack and other services, with an account that you
          choose.
        </EmptyState>
      )}
      {adding ? (
        <AddConnectionDialog
          open
          onOpenChange={setAdding}
          {...(wanted ? { connector: wanted.id } : {})}
          workflow={query.get('workflow') ?? undefined}
        />
      ) : null}
    </>
  )
}
