'use client'

import { useReactFlow } from '@xyflow/react'
import { ChevronRight, CornerLeftUp } from 'lucide-react'
import { titleOf } from '@/components/canvas/card/title-of'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { leaveLoop, openLevel } from './commands/open-level'
import { keyOf } from './keys/commands'
import { ItemStepper } from './run/item-stepper'
import { useItemRun } from './run/use-item-run'
import { useEditor, useEditorStore } from './store/editor-context'
import { wholeIndex } from './store/node-index'

/** Where one is inside of loops, the way out, and over a run the item that is looked at. */
export function InsideBar({ className }: { className?: string }) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const inside = useEditor((state) => state.inside)
  const whole = useEditor((state) => state.whole)
  const hasRun = useEditor((state) => state.wholeRun !== null)
  const item = useItemRun()
  if (inside.length === 0) return null
  const context = { store, flow }
  const shortcut = keyOf('Go out of the loop')
  return (
    <div className={cn('floating flex min-w-0 flex-wrap items-center gap-x-1 p-1', className)}>
      <nav aria-label="Where you are" className="flex min-w-0 items-center">
        <IconButton
          label="Go out of the loop"
          size="sm"
          {...(shortcut ? { shortcut } : {})}
          onClick={() => leaveLoop(context)}
        >
          <CornerLeftUp />
        </IconButton>
        <ol className="flex min-w-0 items-center">
          <li className="shrink-0">
            <Button variant="ghost" size="sm" onClick={() => openLevel(context, [])}>
              <span className="max-sm:sr-only">Whole workflow</span>
              <span aria-hidden className="sm:hidden">
                Whole
              </span>
            </Button>
          </li>
          {inside.map((id, depth) => {
            const loop = wholeIndex(whole).get(id)
            const name = loop ? titleOf(loop) : 'A loop that was deleted'
            return (
              <li key={id} className="flex min-w-0 items-center">
                <ChevronRight className="size-3.5 shrink-0 text-muted" aria-hidden />
                {depth === inside.length - 1 ? (
                  <span aria-current="page" className="min-w-0 max-w-60 truncate px-2 font-medium text-sm">
                    {name}
                  </span>
                ) : (
                  <Button
                    variant="ghost"
                    size="sm"
                    className="min-w-0 max-w-40"
                    onClick={() => openLevel(context, inside.slice(0, depth + 1))}
                  >
                    <span className="truncate">{name}</span>
                  </Button>
                )}
              </li>
            )
          })}
        </ol>
      </nav>
      {item?.chosen ? (
        <>
          <span aria-hidden className="h-5 w-px bg-line max-sm:hidden" />
          <ItemStepper
            items={item.items}
            total={item.total}
            unit={item.unit}
            chosen={item.chosen}
            onChoose={item.choose}
          />
        </>
      ) : hasRun ? (
        <span className="px-2 text-muted text-sm">
          {item?.isGiven
            ? 'Done by an earlier try of this run'
            : `No ${item?.unit.toLowerCase() ?? 'item'} was begun`}
        </span>
      ) : null}
    </div>
  )
}
