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
    return { items, used, byGroup }
  }, [accepts, recent])
  const rows = { onChoose, onDragStart }
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
        {search === '' ? (
          <>
            {groups.used.length > 0 ? <Rows heading="Recent" items={groups.used} {...rows} /> : null}
            {groups.byGroup.map(([group, items]) => (
              <Rows key={group} heading={group} items={items} {...rows} />
            ))}
          </>
        ) : (
          // One list: the best match of all comes first, whatever group it belongs to.
          groups.items.map((item) => <PaletteRow key={item.key} item={item} prefix="found" {...rows} />)
        )}
      </Command.List>
    </Command>
  )
}

type RowsProps = Pick<PaletteListProps, 'onChoose'> & {
  heading: string
  items: readonly PaletteItem[]
  onDragStart: PaletteListProps['onDragStart'] | undefined
}

function Rows({ heading, items, ...rest }: RowsProps) {
  return (
    <Command.Group heading={heading}>
      {items.map((item) => (
        <PaletteRow key={item.key} item={item} prefix={heading} {...rest} />
      ))}
    </Command.Group>
  )
}
