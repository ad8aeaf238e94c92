'use client'

import { Command } from 'cmdk'
import type { DragEvent } from 'react'
import { ConnectorTile } from '@/components/marks/connector-icon'
import { EffectChip } from '@/components/marks/effect-chip'
import type { PaletteItem } from './palette-item'

type PaletteRowProps = {
  item: PaletteItem
  /** Tells the same row under two headings apart. */
  prefix: string
  onChoose: (item: PaletteItem) => void
  onDragStart: ((event: DragEvent, item: PaletteItem) => void) | undefined
}

export function PaletteRow({ item, prefix, onChoose, onDragStart }: PaletteRowProps) {
  // Several products have issues, files and messages: away from its product's heading, a row names it.
  const product = item.connector && prefix !== item.group ? `${item.group} · ` : ''
  return (
    <Command.Item
      value={`${prefix} ${item.key}`}
      keywords={[item.title, item.group, ...item.keywords, item.summary]}
      onSelect={() => onChoose(item)}
      draggable={onDragStart !== undefined}
      onDragStart={(event) => onDragStart?.(event, item)}
      className="flex items-center gap-2.5 rounded-control px-2 py-1.5 data-[selected=true]:bg-sunken"
    >
      <ConnectorTile name={item.icon} />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate">{item.title}</span>
          {item.effect ? <EffectChip effect={item.effect} /> : null}
        </span>
        <span className="line-clamp-1 text-muted text-xs">
          {product}
          {item.summary}
        </span>
      </span>
    </Command.Item>
  )
}
