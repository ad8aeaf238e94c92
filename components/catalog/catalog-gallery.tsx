'use client'

import { Library } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { Page, TemplateSummary } from '@/lib/policy/views/workspace-views'
import { useApiPages } from '../api/use-pages'
import { useLink } from '../api/workspace-context'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { FailedToLoad } from '../ui/failed-to-load'
import { LoadMore } from '../ui/load-more'
import { SearchField } from '../ui/search-field'
import { Select } from '../ui/select'
import { TemplateCard } from './template-card'

const everything = 'all'

/** What others have shared, to be found by words and by category. */
export function CatalogGallery({ first }: { first: Page<TemplateSummary> }) {
  const link = useLink()
  const { items, error, more, loadingMore } = useApiPages<TemplateSummary>('/templates', { first })
  const [search, setSearch] = useState('')
  const [category, setCategory] = useState(everything)
  const present = [...new Set(items.map((item) => item.category))].sort()
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = items.filter(
    (item) =>
      (category === everything || item.category === category) &&
      words.every((word) => `${item.name} ${item.description}`.toLowerCase().includes(word)),
  )
  if (error && items.length === 0) return <FailedToLoad error={error} />
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<Library />}
        title="Nothing has been shared yet"
        action={
          <Button asChild variant="primary">
            <Link href={link('workflows')}>Choose a workflow to share</Link>
          </Button>
        }
      >
        Share a workflow, and others install a copy of their own, with their own connections in it.
      </EmptyState>
    )
  }
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <SearchField
          label="Search the catalog"
          value={search}
          onChange={setSearch}
          className="w-full sm:w-72"
        />
        <Select
          aria-label="Category"
          value={category}
          onValueChange={setCategory}
          options={[
            { value: everything, label: 'Any category' },
            ...present.map((name) => ({ value: name, label: name })),
          ]}
          className="sm:w-44"
        />
      </div>
      {shown.length > 0 ? (
        <ul aria-label="Templates" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {shown.map((template) => (
            <li key={template.id}>
              <TemplateCard template={template} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="py-8 text-center text-muted">No template fits these words.</p>
      )}
      <LoadMore more={more} busy={loadingMore} />
    </>
  )
}
