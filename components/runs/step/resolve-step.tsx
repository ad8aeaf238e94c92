'use client'

import { useState } from 'react'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { useCall, useRefresh } from '../../api/use-api'
import { useMay } from '../../api/workspace-context'
import { Alert } from '../../ui/alert'
import { Button } from '../../ui/button'
import { HappenedDialog } from './happened-dialog'
import { effectsOf } from './step-words'

const answers = [
  { outcome: 'again', label: 'Send it again' },
  { outcome: 'skip', label: 'Skip it' },
] as const

/** A call whose answer was lost: only a person who looks can say what became of it. */
export function ResolveStep({ step, run }: { step: StepView; run: RunView }) {
  const { call, busy, error, clear } = useCall()
  const refresh = useRefresh()
  const mayResolve = useMay('run.resolve')
  const effect = effectsOf(step, run).find((each) => each.status === 'unknown')
  const [telling, setTelling] = useState(false)
  const answer = async (body: object) => {
    const path = `/runs/${run.id}/steps/${encodeURIComponent(step.path)}/resolve`
    const done = await call({ path, method: 'POST', body })
    if (done) await refresh(`/runs/${run.id}`)
    return done !== null
  }
  return (
    <Alert
      tone="write"
      title="This may or may not have happened"
      actions={
        mayResolve ? (
          <>
            <Button size="sm" disabled={busy} onClick={() => setTelling(true)}>
              It happened…
            </Button>
            {answers.map(({ outcome, label }) => (
              <Button key={outcome} size="sm" disabled={busy} onClick={() => void answer({ outcome })}>
                {label}
              </Button>
            ))}
          </>
        ) : null
      }
    >
      {effect ? <p className="font-medium">{effect.preview}</p> : null}
      <p>
        The call was sent, and the answer never came. Look there first, then say what is true: Handrail will
        not guess.
      </p>
      {error && !telling ? (
        <p role="alert" className="mt-1 text-failed">
          {error}
        </p>
      ) : null}
      {telling ? (
        <HappenedDialog
          title={step.title}
          action={step.action}
          busy={busy}
          error={error}
          onAnswer={(output) =>
            void answer({ outcome: 'happened', ...(output === undefined ? {} : { output }) }).then(
              (done) => done && setTelling(false),
            )
          }
          onClose={() => {
            clear()
            setTelling(false)
          }}
        />
      ) : null}
    </Alert>
  )
}
