'use client'

import { useState } from 'react'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { StatusChip } from '../../marks/status-chip'
import { FailedToLoad } from '../../ui/failed-to-load'
import type { LoopItem } from '../loop/item-order'
import { ItemStrip } from '../loop/item-strip'
import { useItemSteps } from '../loop/use-item-steps'
import { waitingWords } from '../run-words'
import { AgentSteps } from './agent-steps'

/** The items of a loop; the one that is chosen is opened to its steps. One that failed stands open. */
export function LoopItems({ step, run }: { step: StepView; run: RunView }) {
  const items = step.items ?? []
  const unit = step.type === 'repeat' ? 'Round' : 'Item'
  const [open, setOpen] = useState(() => items.find(({ status }) => status === 'failed')?.index ?? null)
  const opened = items.find(({ index }) => index === open)
  return (
    <div className="flex flex-col gap-2">
      <ItemStrip
        items={items}
        unit={unit}
        chosen={open}
        onChoose={(index) => setOpen(index === open ? null : index)}
      />
      {opened ? <ItemSteps key={opened.index} item={opened} unit={unit} step={step} run={run} /> : null}
    </div>
  )
}

type ItemStepsProps = { item: LoopItem; unit: string; step: StepView; run: RunView }

/** The steps of one item. */
function ItemSteps({ item, unit, step, run }: ItemStepsProps) {
  const path = `${step.path}[${item.index}]`
  const { steps, error } = useItemSteps(run, path)
  const whole: RunView = {
    ...run,
    steps: [
      ...run.steps.filter((each) => !steps?.some((other) => other.path === each.path)),
      ...(steps ?? []),
    ],
  }
  const title = `${unit} ${item.index + 1}`
  return (
    <section aria-label={title} className="rounded-card border border-line p-2.5">
      <p className="mb-1.5 flex flex-wrap items-center justify-between gap-x-3 px-0.5 font-medium text-sm">
        {title}
        <StatusChip
          status={item.status}
          {...(item.waitingFor ? { label: waitingWords(item.waitingFor) } : {})}
          className="min-w-0 whitespace-normal"
        />
      </p>
      {item.error ? <p className="mb-1.5 break-words px-0.5 text-failed text-sm">{item.error}</p> : null}
      {error ? <FailedToLoad error={error} /> : null}
      <AgentSteps steps={(steps ?? []).filter((each) => each.parent === path)} run={whole} />
      {steps?.length === 0 ? <p className="text-muted text-sm">No step of it has been noted yet.</p> : null}
    </section>
  )
}
