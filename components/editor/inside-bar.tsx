'use client'

import { ChevronRight } from 'lucide-react'
import { titleOf } from '@/components/canvas/card/title-of'
import { Button } from '@/components/ui/button'
import { goInside } from './store/create-editor-store'
import { useEditor, useEditorStore } from './store/editor-context'
import { wholeIndex } from './store/node-index'

/** Where one is inside of loops, and the way out: the workflow, then each loop that was gone into. */
export function InsideBar() {
  const store = useEditorStore()
  const inside = useEditor((state) => state.inside)
  const whole = useEditor((state) => state.whole)
  if (inside.length === 0) return null
  return (
    <nav
      aria-label="Where you are"
      className="absolute top-3 left-3 z-20 flex max-w-[calc(100%-1.5rem)] items-center gap-1 rounded-card border border-line bg-raised px-1.5 py-1 shadow-sm"
    >
      <Button variant="ghost" size="sm" onClick={() => goInside(store, [])}>
        Whole workflow
      </Button>
      {inside.map((id, depth) => {
        const loop = wholeIndex(whole).get(id)
        const isHere = depth === inside.length - 1
        return (
          <span key={id} className="flex min-w-0 items-center gap-1">
            <ChevronRight className="size-3.5 shrink-0 text-muted" aria-hidden />
            <Button
              variant="ghost"
              size="sm"
              className="min-w-0"
              aria-current={isHere ? 'page' : undefined}
              onClick={() => goInside(store, inside.slice(0, depth + 1))}
            >
              <span className="truncate">{loop ? titleOf(loop) : id}</span>
            </Button>
          </span>
        )
      })}
    </nav>
  )
}
