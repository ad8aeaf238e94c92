'use client'

import { Workflow } from 'lucide-react'
import { useState } from 'react'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useApiPages } from '../api/use-pages'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { FailedToLoad } from '../ui/failed-to-load'
import { LoadMore } from '../ui/load-more'
import { SearchField } from '../ui/search-field'
import { NewWorkflowMenu } from './new-workflow-menu'
import { WorkflowRow } from './workflow-row'

/** All workflows of the workspace, with a search over what is shown. */
export function WorkflowList({ first }: { first: Page<WorkflowSummary> }) {
  const [search, setSearch] = useState('')
  const { items, error, loadingMore, more } = useApiPages<WorkflowSummary>('/workflows', { first })
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = items.filter(({ name, description }) =>
    words.every((word) => `${name} ${description}`.toLowerCase().includes(word)),
  )
  if (error && items.length === 0) return <FailedToLoad error={error} />
  if (items.length === 0) {
    return (
      <EmptyState icon={<Workflow />} title="Draw your first workflow" action={<NewWorkflowMenu />}>
        A workflow is a drawing of what should happen, step by step. Nothing runs until you say so.
      </EmptyState>
    )
  }
  return (
    <>
      <SearchField label="Search workflows" value={search} onChange={setSearch} className="mb-4 sm:w-72" />
      {shown.length > 0 ? (
        <Card>
          <ul aria-label="Workflows" className="divide-y divide-line overflow-hidden rounded-card">
            {shown.map((workflow) => (
              <WorkflowRow key={workflow.id} workflow={workflow} />
            ))}
          </ul>
        </Card>
      ) : (
        <p className="py-8 text-center text-muted">No workflow has these words in its name.</p>
      )}
      <LoadMore more={more} busy={loadingMore} />
    </>
  )
}
