'use client'

import Link from 'next/link'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { useLink } from '../../api/workspace-context'
import { Alert } from '../../ui/alert'
import { Button } from '../../ui/button'
import { RetryButton } from '../retry/retry-button'

/** Why a step failed, in words, and the way to mend it. */
export function StepTrouble({ step, run, title }: { step: StepView; run: RunView; title?: string }) {
  const link = useLink()
  if (!step.error) return null
  const ended = run.status === 'failed' || run.status === 'cancelled'
  return (
    <Alert
      tone="failed"
      {...(title ? { title } : {})}
      actions={
        <>
          {step.error.code === 'reconnect' || step.error.code === 'no_connection' ? (
            <Button asChild size="sm">
              <Link href={link('connections')}>Mend the connection</Link>
            </Button>
          ) : null}
          {step.error.code === 'no_model' ? (
            <Button asChild size="sm">
              <Link href={link('settings/models')}>Set up a model</Link>
            </Button>
          ) : null}
          {ended ? <RetryButton run={run} from={stepToBeginAt(step)} label="Retry from here" /> : null}
          <Button asChild size="sm" variant="ghost">
            <Link href={link(`workflows/${run.workflow.id}?run=${run.id}`)}>Open in the editor</Link>
          </Button>
        </>
      }
    >
      {step.error.message}
    </Alert>
  )
}

/** Of a step inside of a loop its loop: that is begun as a whole. */
function stepToBeginAt({ path }: StepView): string {
  return path.split(/[.[]/, 1)[0] ?? path
}
