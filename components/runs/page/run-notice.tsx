'use client'

import Link from 'next/link'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useLink } from '../../api/workspace-context'
import { Alert } from '../../ui/alert'
import { Button } from '../../ui/button'
import { openApprovalsOf } from '../open-approvals'
import { waitingWords } from '../run-words'
import { AskAfterFailure } from '../step/ask-after-failure'
import { CallAddress } from '../step/call-address'
import { ResolveStep } from '../step/resolve-step'
import { StepTrouble } from '../step/step-trouble'

/** What a reader must know first: why it failed, or what it waits for. */
export function RunNotice({ run }: { run: RunView }) {
  const link = useLink()
  const unknown = run.steps.find((step) => step.status === 'unknown')
  if (unknown) return <ResolveStep step={unknown} run={run} />
  const failing = run.steps.find((step) => step.status === 'waiting' && step.asks.length > 0)
  if (failing) return <AskAfterFailure step={failing} run={run} />
  if (run.status === 'failed') {
    const path = run.error?.path
    const failed =
      run.steps.find((step) => step.path === path && step.error) ?? run.steps.findLast((step) => step.error)
    if (failed) return <StepTrouble step={failed} run={run} title={`‘${failed.title}’ failed`} />
    return run.error ? <Alert tone="failed">{run.error.message}</Alert> : null
  }
  const approvals = openApprovalsOf(run)
  if (approvals) {
    const { count, only, title } = approvals
    return (
      <Alert
        tone="waiting"
        title={only ? waitingWords(run.waitingFor ?? 'a person') : `Waiting for ${count} decisions`}
        actions={
          <Button asChild size="sm">
            <Link href={link(only ? `approvals/${only}` : 'approvals')}>
              {only ? 'Open the approval' : 'Open the approvals'}
            </Link>
          </Button>
        }
      >
        {only
          ? `Nothing after ‘${title}’ happens until it is decided.`
          : 'What comes after each of them happens once it is decided.'}
      </Alert>
    )
  }
  const called = run.steps.find((step) => step.status === 'waiting' && step.address)
  if (called?.address) {
    return (
      <Alert tone="waiting" title={waitingWords(called.waitingFor ?? 'a call')}>
        <CallAddress address={called.address} />
      </Alert>
    )
  }
  // Left out or replaced by its workflow's limit: the reason is all that there is to tell.
  if (run.status === 'cancelled' && run.error) return <Alert>{run.error.message}</Alert>
  if (run.status === 'queued' && run.waitingFor) {
    return <Alert title={waitingWords(run.waitingFor)}>It starts by itself when another run has ended.</Alert>
  }
  return null
}
