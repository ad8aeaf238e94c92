'use client'

import { useState } from 'react'
import type { StepStatus } from '@/lib/workflow/views/run-view'
import { StatusIcon } from '../../marks/status-chip'
import { statusLooks } from '../../marks/status-looks'
import { Button } from '../../ui/button'
import { cn } from '../../ui/cn'
import { countsOf, inOrder, type LoopItem } from './item-order'

const shown = 60

type ItemStripProps = {
  items: readonly LoopItem[]
  /** `Item` or `Round`. */
  unit: string
  chosen: number | null
  onChoose: (index: number) => void
}

/** The items of a loop as a strip, failed ones first. */
export function ItemStrip({ items, unit, chosen, onChoose }: ItemStripProps) {
  const [only, setOnly] = useState<StepStatus | null>(null)
  const [most, setMost] = useState(shown)
  const sorted = inOrder(items.filter(({ status }) => only === null || status === only))
  const counts = countsOf(items)
  return (
    <div className="flex flex-col gap-2">
      {counts.length > 1 ? (
        <fieldset aria-label="Show only" className="flex flex-wrap gap-1.5">
          {counts.map(({ status, count }) => (
            <Button
              key={status}
              size="sm"
              variant={only === status ? 'primary' : 'secondary'}
              aria-pressed={only === status}
              onClick={() => setOnly(only === status ? null : status)}
            >
              {count} {statusLooks[status].label.toLowerCase()}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <ul aria-label={`${unit}s`} className="flex flex-wrap gap-1">
        {sorted.slice(0, most).map((item) => (
          <li key={item.index}>
            <ItemButton
              item={item}
              unit={unit}
              isChosen={item.index === chosen}
              onPress={() => onChoose(item.index)}
            />
          </li>
        ))}
      </ul>
      {sorted.length > most ? (
        <Button variant="link" size="sm" className="self-start" onClick={() => setMost(most + 200)}>
          Show {Math.min(200, sorted.length - most)} more of {sorted.length}
        </Button>
      ) : null}
    </div>
  )
}

type ItemButtonProps = { item: LoopItem; unit: string; isChosen: boolean; onPress: () => void }

function ItemButton({ item, unit, isChosen, onPress }: ItemButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={`${unit} ${item.index + 1}, ${statusLooks[item.status].label}`}
      title={item.error ?? item.waitingFor ?? statusLooks[item.status].label}
      onClick={onPress}
      className={cn(
        'inline-flex h-7 min-w-11 items-center justify-center gap-1 rounded-xs border border-line bg-surface px-1.5 text-xs tabular-nums hover:bg-sunken pointer-coarse:h-10',
        item.status === 'failed' && 'border-failed',
        isChosen && 'border-accent bg-accent-soft ring-1 ring-accent',
      )}
    >
      <StatusIcon status={item.status} className="size-3" hidden />
      {item.index + 1}
    </button>
  )
}
