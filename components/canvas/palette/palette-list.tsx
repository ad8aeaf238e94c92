'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { type DragEvent, useMemo, useState } from 'react'
import { cn } from '@/components/ui/cn'
import type { PaletteItem } from './palette-item'
import { paletteItems } from './palette-items'
import { PaletteRow } from './palette-row'
import { rankMatch } from './rank-match'
import { recentKeys } from './recent-items'

type PaletteListProps = {
  /** Which rows make sense here. */
  accepts: (item: PaletteItem) => boolean
  onChoose: (item: PaletteItem) => void
  /** Lets rows be dragged onto the canvas. */
  onDragStart?: (event: DragEvent, item: PaletteItem) => void
  autoFocus?: boolean
  className?: string
}

/** Everything that can be added: search first, what was used last, then by kind and by product. */
export function PaletteList({ accepts, onChoose, onDragStart, autoFocus, className }: PaletteListProps) {
  const [search, setSearch] = useState('')
  const [recent] = useState(recentKeys)
  const groups = useMemo(() => {
    const items = paletteItems.filter(accepts)
    const used = recent.flatMap((key) => items.find((item) => item.key === key) ?? [])
    const byGroup = [...Map.groupBy(items, (item) => item.group)]
    return { used, byGroup }
  }, [accepts, recent])
  return (
    <Command label="Steps to add" filter={rankMatch} className={cn('flex min-h-0 flex-col', className)} loop>
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search className="size-4 shrink-0 text-muted" aria-hidden />
        <Command.Input
          autoFocus={autoFocus === true}
          value={search}
          onValueChange={setSearch}
          placeholder="Search steps and apps…"
          className="h-10 min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-lg"
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1.5 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-xs">
        <Command.Empty className="px-2 py-6 text-center text-muted">
          Nothing is called “{search}”. Search for what it should do, or for the app.
        </Command.Empty>
        {search === '' && groups.used.length > 0 ? (
          <Command.Group heading="Recent">
            {groups.used.map((item) => (
              <PaletteRow key={item.key} item={item} prefix="recent" {...{ onChoose, onDragStart }} />
            ))}
          </Command.Group>
        ) : null}
        {groups.byGroup.map(([group, items]) => (
          <Command.Group key={group} heading={group}>
            {items.map((item) => (
              <PaletteRow key={item.key} item={item} prefix="all" {...{ onChoose, onDragStart }} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}
