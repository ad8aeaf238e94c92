'use client'

import { useEffect, useMemo } from 'react'
import { inOrder, type LoopItem } from '@/components/runs/loop/item-order'
import { loopProgressOf } from '@/components/runs/loop/loop-progress'
import { useItemSteps } from '@/components/runs/loop/use-item-steps'
import { type RunStatus, runStatuses, type StepStatus } from '@/lib/workflow/views/run-view'
import { chooseItems } from '../store/create-editor-store'
import { useEditor, useEditorStore } from '../store/editor-context'
import { itemAt, runOfItem, stepsWithin } from '../store/run-here'

/** The innermost loop that one has gone into over a run: its items, and the one that is looked at. */
export type ItemLookedAt = {
  readonly unit: string
  readonly items: readonly LoopItem[]
  readonly total: number | null
  readonly chosen: LoopItem | null
  /** It was done by an earlier try of this run, and is not told item by item. */
  readonly isGiven: boolean
  readonly choose: (index: number) => void
}

/**
 * Inside of loops, draws what the run did for the chosen item over the canvas; until one is chosen, chooses what is
 * looked at first: one that failed, that waits, that runs. Null at the top, and while no run is shown.
 */
export function useItemRun(): ItemLookedAt | null {
  const store = useEditorStore()
  const run = useEditor((state) => state.wholeRun)
  const inside = useEditor((state) => state.inside)
  const chosenItems = useEditor((state) => state.items)
  // Of several loops that one went into at once, the outer one's item is chosen first.
  const depth = Math.min(chosenItems.length, inside.length - 1)
  const around = itemAt(inside.slice(0, depth), chosenItems)
  const outer = useItemSteps(run, around)
  const item = itemAt(inside, chosenItems)
  const own = useItemSteps(run, item)
  const isInside = run !== null && depth >= 0
  const known = isInside ? (around ? (outer.steps ?? stepsWithin(run, around)) : run.steps) : []
  const loop = known.find((step) => step.path === `${around ? `${around}.` : ''}${inside[depth]}`)
  const items = loop?.items ?? []
  const first = inOrder(items)[0]?.index
  const chosen = items.find(({ index }) => index === chosenItems[depth]) ?? null
  useEffect(() => {
    if (isInside && !chosen && first !== undefined)
      chooseItems(store, [...chosenItems.slice(0, depth), first])
  }, [store, isInside, chosen, chosenItems, depth, first])
  const steps = useMemo(
    () => (item && run ? (own.steps ?? stepsWithin(run, item)) : null),
    [item, run, own.steps],
  )
  const status = chosen?.status
  useEffect(() => {
    if (!run || !item || !steps || !status) return
    // Until another item's steps are known, the one before stays drawn.
    if (steps.length === 0 && own.steps === null) return
    store.setState({ run: runOfItem(run, { item, steps, status: toRunStatus(status) }) })
  }, [store, run, item, steps, own.steps, status])
  if (!isInside || !loop) return null
  return {
    unit: loop.type === 'repeat' ? 'Round' : 'Item',
    items,
    total: loopProgressOf(loop)?.total ?? null,
    chosen,
    isGiven: loop.attempt === 0 && loop.status === 'succeeded',
    choose: (index) => chooseItems(store, [...chosenItems.slice(0, depth), index]),
  }
}

function toRunStatus(status: StepStatus): RunStatus {
  return runStatuses.find((each) => each === status) ?? 'waiting'
}
