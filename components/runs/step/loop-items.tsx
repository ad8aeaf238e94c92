'use client'

import { useState } from 'react'
import type { RunView, StepStatus, StepView } from '@/lib/workflow/views/run-view'
import { useApi } from '../../api/use-api'
import { StatusIcon } from '../../marks/status-chip'
import { statusLooks } from '../../marks/status-looks'
import { Button } from '../../ui/button'
import { cn } from '../../ui/cn'
import { FailedToLoad } from '../../ui/failed-to-load'
import { isUnderWay } from '../run-words'
import { AgentSteps } from './agent-steps'

type Item = NonNullable<StepView['items']>[number]

const shown = 60

/** What is looked at first stands first: what failed, what waits, what runs. */
const order: readonly StepStatus[] = [
  'failed',
  'unknown',
  'waiting',
  'running',
  'queued',
  'cancelled',
  'succeeded',
  'skipped',
]

/** The items of a loop as a strip, failed ones first; one opened shows its steps. */
export function LoopItems({ step, run }: { step: StepView; run: RunView }) {
  const items = step.items ?? []
  const [only, setOnly] = useState<StepStatus | null>(null)
  const [most, setMost] = useState(shown)
  const sorted = items
    .filter(({ status }) => only === null || status === only)
    .toSorted(
      (one, other) => order.indexOf(one.status) - order.indexOf(other.status) || one.index - other.index,
    )
  const [open, setOpen] = useState<number | null>(null)
  const counts = order.flatMap((status) => {
    const count = items.filter((item) => item.status === status).length
    return count > 0 ? [{ status, count }] : []
  })
  const opened = items.find(({ index }) => index === open)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
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
      </div>
      <ul aria-label="Items" className="flex flex-wrap gap-1">
        {sorted.slice(0, most).map((item) => (
          <li key={item.index}>
            <ItemButton
              item={item}
              isOpen={item.index === open}
              onPress={() => setOpen(item.index === open ? null : item.index)}
            />
          </li>
        ))}
      </ul>
      {sorted.length > most ? (
        <Button variant="link" size="sm" className="self-start" onClick={() => setMost(most + 200)}>
          Show more of {sorted.length}
        </Button>
      ) : null}
      {opened ? <ItemSteps key={opened.index} item={opened} step={step} run={run} /> : null}
    </div>
  )
}

type ItemButtonProps = { item: Item; isOpen: boolean; onPress: () => void }

function ItemButton({ item, isOpen, onPress }: ItemButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      title={item.error ?? item.waitingFor ?? statusLooks[item.status].label}
      onClick={onPress}
      className={cn(
        'inline-flex h-7 items-center gap-1 rounded-xs border border-line bg-surface px-1.5 text-xs hover:bg-sunken',
        item.status === 'failed' && 'border-failed',
        isOpen && 'border-accent ring-1 ring-accent',
      )}
    >
      <StatusIcon status={item.status} className="size-3" hidden />
      {item.index + 1}
      <span className="sr-only">, {statusLooks[item.status].label}</span>
    </button>
  )
}

/** The steps of one item: read when it is opened, and again while the run goes on. */
function ItemSteps({ item, step, run }: { item: Item; step: StepView; run: RunView }) {
  const path = `${step.path}[${item.index}]`
  const { data, error } = useApi<{ items: StepView[] }>(
    `/runs/${run.id}/steps?item=${encodeURIComponent(path)}`,
    { refreshInterval: isUnderWay(run.status) ? 2_000 : 0 },
  )
  const steps = data?.items ?? []
  const whole: RunView = {
    ...run,
    steps: [...run.steps.filter((each) => !steps.some((other) => other.path === each.path)), ...steps],
  }
  return (
    <section aria-label={`Item ${item.index + 1}`} className="rounded-card border border-line p-2">
      <p className="mb-1 font-medium text-sm">Item {item.index + 1}</p>
      {item.error ? <p className="mb-1 break-words text-failed text-sm">{item.error}</p> : null}
      {error ? <FailedToLoad error={error} /> : null}
      <AgentSteps steps={steps.filter((each) => each.parent === path)} run={whole} />
      {data && steps.length === 0 ? (
        <p className="text-muted text-sm">No step of it has been noted yet.</p>
      ) : null}
    </section>
  )
}
