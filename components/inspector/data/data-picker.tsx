'use client'

import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { rankMatch } from '@/components/canvas/palette/rank-match'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import type { Json } from '@/lib/core/json'
import { type Reference, toReferenceText } from '../binding/reference-text'
import { DataPickerRow } from './data-picker-row'
import { dataRowsOf } from './data-rows'
import type { DataSource } from './data-sources'

type DataPickerProps = {
  /** Where it opens, in window coordinates; null while it is closed. */
  at: { readonly x: number; readonly y: number } | null
  sources: readonly DataSource[]
  samples: Readonly<Record<string, Json>>
  onPick: (reference: Reference) => void
  /** `picked`: a value was chosen, so the focus goes where it was put. */
  onClose: (picked: boolean) => void
}

/** Earlier steps and what they give, as a tree with samples. Search narrows it, Enter inserts. */
export function DataPicker({ at, sources, samples, onPick, onClose }: DataPickerProps) {
  const hasPicked = useRef(false)
  const close = () => onClose(hasPicked.current)
  return (
    <Popover open={at !== null} onOpenChange={(open) => (open ? null : close())}>
      <PopoverAnchor asChild>
        <span className="fixed size-0" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      </PopoverAnchor>
      <PopoverContent
        align="start"
        sideOffset={6}
        aria-label="Data from earlier steps"
        className="flex max-h-(--radix-popover-content-available-height) w-88 max-w-[calc(100vw-1rem)] flex-col p-0"
        onOpenAutoFocus={() => {
          hasPicked.current = false
        }}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <PickerList
          sources={sources}
          samples={samples}
          onPick={(reference) => {
            hasPicked.current = true
            onPick(reference)
            close()
          }}
        />
      </PopoverContent>
    </Popover>
  )
}

function PickerList({ sources, samples, onPick }: Pick<DataPickerProps, 'sources' | 'samples' | 'onPick'>) {
  const [search, setSearch] = useState('')
  const groups = useMemo(
    () => sources.map((source) => ({ source, rows: dataRowsOf(source, samples[source.id]) })),
    [sources, samples],
  )
  if (sources.length === 0) {
    return (
      <p className="p-4 text-muted text-sm">
        No step comes before this one yet. Connect a step to it, and what that step gives can be used here.
      </p>
    )
  }
  return (
    <Command label="Data from earlier steps" filter={rankMatch} loop className="flex min-h-0 flex-col">
      <div className="flex items-center gap-2 border-line border-b px-3">
        <Search className="size-4 shrink-0 text-muted" aria-hidden />
        <Command.Input
          autoFocus
          value={search}
          onValueChange={setSearch}
          placeholder="Search the data…"
          className="h-10 min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-lg"
        />
      </div>
      <Command.List className="max-h-80 min-h-0 overflow-y-auto p-1.5">
        <Command.Empty className="px-2 py-6 text-center text-muted">
          No earlier step gives “{search}”.
        </Command.Empty>
        {groups.map(({ source, rows }) => (
          <Command.Group
            key={source.id}
            heading={
              <span className="flex items-center gap-2 px-2 pt-2 pb-1 font-medium text-sm">
                <ConnectorIcon name={source.icon} className="size-3.5 text-muted" />
                {source.title}
              </span>
            }
          >
            {rows.length === 0 ? <p className="px-2 py-1 text-muted text-sm">Gives nothing to use.</p> : null}
            {rows.map((row) => {
              const reference = { from: source.id, path: row.path }
              const text = toReferenceText(reference)
              return (
                <DataPickerRow
                  key={text}
                  value={text}
                  row={row}
                  source={source.title}
                  isFlat={search !== ''}
                  onPick={() => onPick(reference)}
                />
              )
            })}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}
