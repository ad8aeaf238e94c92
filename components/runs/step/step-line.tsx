'use client'

import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { ConnectorTile, iconOf } from '../../marks/connector-icon'
import { StatusIcon } from '../../marks/status-chip'
import { statusLooks } from '../../marks/status-looks'
import { cn } from '../../ui/cn'
import { inPast } from './in-past'
import { StepDetail } from './step-detail'
import { StepFigures } from './step-figures'
import { stepSentence } from './step-words'

type StepLineProps = {
  step: StepView
  run: RunView
  open: boolean
  onToggle: () => void
  nested?: boolean
}

/** A step of the story: one line, opened to what went in and what came out. */
export function StepLine({ step, run, open, onToggle, nested }: StepLineProps) {
  const id = useId()
  const sentence = stepSentence(step, run)
  const quiet = step.status === 'skipped' || step.status === 'queued'
  return (
    <li
      data-step={step.path}
      className={cn(
        'rounded-card',
        open && 'bg-raised ring-1 ring-line',
        step.status === 'failed' && 'ring-1 ring-failed',
      )}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onToggle}
        className="flex w-full items-center gap-3 rounded-card px-2.5 py-2 text-left hover:bg-sunken"
      >
        <span className="relative">
          <ConnectorTile
            name={iconOf(step.type, step.action)}
            className={cn(nested && 'size-6', quiet && 'opacity-50')}
          />
          <span className="absolute -right-1.5 -bottom-1.5 rounded-full bg-surface">
            <StatusIcon status={step.status} className="size-3.5" hidden />
          </span>
        </span>
        <span className="min-w-0 flex-1">
          <span className={cn('line-clamp-2 break-words', quiet ? 'text-muted' : 'text-text')}>
            {sentence}
            <span className="sr-only">. {statusLooks[step.status].label}.</span>
          </span>
          {sentence.startsWith(inPast(step.title)) || nested ? null : (
            <span className="block truncate text-muted text-sm">
              {step.title}
              {step.attempt > 1 ? ` · try ${step.attempt}` : ''}
            </span>
          )}
        </span>
        <StepFigures step={step} />
        <ChevronRight
          className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-90')}
          aria-hidden
        />
      </button>
      {open ? (
        <div id={id} className="border-line border-t px-3 py-3 sm:px-4">
          <StepDetail step={step} run={run} />
        </div>
      ) : null}
    </li>
  )
}
