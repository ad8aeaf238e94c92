'use client'

import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { EmptyState } from '../../ui/empty-state'
import { StepLine } from '../step/step-line'

type RunStoryProps = {
  run: RunView
  /** The paths of the steps that stand open. */
  open: ReadonlySet<string>
  onToggle: (path: string) => void
}

/** What happened, from top to bottom. Skipped steps come last, so that they do not interrupt. */
export function RunStory({ run, open, onToggle }: RunStoryProps) {
  const own = run.steps.filter((step) => step.parent === null)
  const told = own.filter((step) => step.status !== 'skipped')
  const skipped = own.filter((step) => step.status === 'skipped')
  if (own.length === 0) {
    return (
      <EmptyState title={run.status === 'queued' ? 'It is about to start' : 'No step was taken'}>
        Each step appears here as it happens.
      </EmptyState>
    )
  }
  const line = (step: StepView) => (
    <StepLine
      key={step.path}
      step={step}
      run={run}
      open={open.has(step.path)}
      onToggle={() => onToggle(step.path)}
    />
  )
  return (
    <>
      <ol aria-label="Steps" className="flex flex-col gap-1">
        {told.map(line)}
      </ol>
      {skipped.length > 0 ? (
        <details className="mt-3">
          <summary className="rounded-control px-2.5 py-1.5 text-muted text-sm hover:bg-sunken">
            {skipped.length === 1 ? '1 step was not reached' : `${skipped.length} steps were not reached`}
          </summary>
          <ol aria-label="Steps not reached" className="mt-1 flex flex-col gap-1">
            {skipped.map(line)}
          </ol>
        </details>
      ) : null}
    </>
  )
}
