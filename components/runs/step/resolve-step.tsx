'use client'

import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { useCall, useRefresh } from '../../api/use-api'
import { useMay } from '../../api/workspace-context'
import { Alert } from '../../ui/alert'
import { Button } from '../../ui/button'
import { effectsOf } from './step-words'

const answers = [
  { outcome: 'happened', label: 'It happened' },
  { outcome: 'again', label: 'Send it again' },
  { outcome: 'skip', label: 'Skip it' },
] as const

/** A call whose answer was lost: only a person who looks can say what became of it. */
export function ResolveStep({ step, run }: { step: StepView; run: RunView }) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const mayResolve = useMay('run.resolve')
  const effect = effectsOf(step, run).find((each) => each.status === 'unknown')
  const answer = async (outcome: (typeof answers)[number]['outcome']) => {
    const path = `/runs/${run.id}/steps/${encodeURIComponent(step.path)}/resolve`
    if (await call({ path, method: 'POST', body: { outcome } })) await refresh(`/runs/${run.id}`)
  }
  return (
    <Alert
      tone="write"
      title="This may or may not have happened"
      actions={
        mayResolve
          ? answers.map(({ outcome, label }) => (
              <Button key={outcome} size="sm" disabled={busy} onClick={() => void answer(outcome)}>
                {label}
              </Button>
            ))
          : null
      }
    >
      {effect ? <p className="font-medium">{effect.preview}</p> : null}
      <p>
        The call was sent, and the answer never came. Look there first, then say what is true: Handrail will
        not guess.
      </p>
      {error ? (
        <p role="alert" className="mt-1 text-failed">
          {error}
        </p>
      ) : null}
    </Alert>
  )
}
