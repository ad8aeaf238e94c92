'use client'

import type { RunView, StepAnswer, StepView } from '@/lib/workflow/views/run-view'
import { useCall, useRefresh } from '../../api/use-api'
import { useMay } from '../../api/workspace-context'
import { Alert } from '../../ui/alert'
import { Button } from '../../ui/button'

const words: Readonly<Record<StepAnswer, string>> = {
  again: 'Try again',
  skip: 'Leave it out',
  stop: 'Stop the run',
  happened: 'It happened',
}

/** A step that failed and waits for a person who says what to do. */
export function AskAfterFailure({ step, run }: { step: StepView; run: RunView }) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const mayResolve = useMay('run.resolve')
  const answer = async (outcome: StepAnswer) => {
    const path = `/runs/${run.id}/steps/${encodeURIComponent(step.path)}/resolve`
    if (await call({ path, method: 'POST', body: { outcome } })) await refresh(`/runs/${run.id}`)
  }
  return (
    <Alert
      tone="write"
      title="This failed. What now?"
      actions={
        mayResolve
          ? step.asks.map((outcome) => (
              <Button key={outcome} size="sm" disabled={busy} onClick={() => void answer(outcome)}>
                {words[outcome]}
              </Button>
            ))
          : null
      }
    >
      <p className="break-words">{step.waitingFor?.replace(/^a person, because it failed: /, '')}</p>
      <p className="mt-1">
        {step.items
          ? 'Tried again, only the items that did not succeed are done once more.'
          : 'Left out, the step and what needs it are skipped.'}
      </p>
      {error ? (
        <p role="alert" className="mt-1 text-failed">
          {error}
        </p>
      ) : null}
    </Alert>
  )
}
