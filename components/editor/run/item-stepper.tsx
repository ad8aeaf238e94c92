'use client'

import { ChevronDown, ChevronLeft, ChevronRight, CircleX } from 'lucide-react'
import { useState } from 'react'
import { StatusIcon } from '@/components/marks/status-chip'
import { statusLooks } from '@/components/marks/status-looks'
import type { LoopItem } from '@/components/runs/loop/item-order'
import { ItemStrip } from '@/components/runs/loop/item-strip'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

type ItemStepperProps = {
  items: readonly LoopItem[]
  /** Of how many, when that is known. */
  total: number | null
  unit: string
  chosen: LoopItem
  onChoose: (index: number) => void
}

/** Over a run, inside of a loop: which item is looked at, the ones beside it, and the next that failed. */
export function ItemStepper({ items, total, unit, chosen, onChoose }: ItemStepperProps) {
  const [isOpen, setIsOpen] = useState(false)
  const place = items.indexOf(chosen)
  const before = items[place - 1]
  const after = items[place + 1]
  const failed = items.filter(({ status }) => status === 'failed')
  const nextFailed = failed.find(({ index }) => index > chosen.index) ?? failed[0]
  const small = unit.toLowerCase()
  const name = `${unit} ${chosen.index + 1}${total === null ? '' : ` of ${total}`}`
  const status = statusLooks[chosen.status].label
  const choose = (item: LoopItem | undefined) => item && onChoose(item.index)
  return (
    <fieldset aria-label={`${unit}s of the run`} className="flex min-w-0 items-center">
      <IconButton
        label={`Previous ${small}`}
        size="sm"
        disabled={before === undefined}
        onClick={() => choose(before)}
      >
        <ChevronLeft />
      </IconButton>
      <Popover open={isOpen} onOpenChange={setIsOpen}>
        <PopoverTrigger asChild>
          <Button
            variant="ghost"
            size="sm"
            aria-label={`${name}, ${status}`}
            className="min-w-0 tabular-nums"
          >
            <StatusIcon status={chosen.status} hidden className="size-3.5" />
            <span className="truncate">{name}</span>
            <ChevronDown aria-hidden className="size-3.5 text-muted" />
          </Button>
        </PopoverTrigger>
        <PopoverContent
          align="start"
          aria-label={`Choose another ${small}`}
          className="max-h-80 w-84 max-w-[calc(100vw-1rem)] overflow-y-auto"
        >
          <ItemStrip
            items={items}
            unit={unit}
            chosen={chosen.index}
            onChoose={(index) => {
              onChoose(index)
              setIsOpen(false)
            }}
          />
        </PopoverContent>
      </Popover>
      <IconButton
        label={`Next ${small}`}
        size="sm"
        disabled={after === undefined}
        onClick={() => choose(after)}
      >
        <ChevronRight />
      </IconButton>
      {nextFailed && (failed.length > 1 || nextFailed !== chosen) ? (
        <Button variant="ghost" size="sm" className="text-failed" onClick={() => choose(nextFailed)}>
          <CircleX aria-hidden />
          Next failed
        </Button>
      ) : null}
    </fieldset>
  )
}
