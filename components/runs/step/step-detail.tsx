'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { useLink } from '../../api/workspace-context'
import { Button } from '../../ui/button'
import { ValueTree } from '../../values/value-tree'
import { RetryButton } from '../retry/retry-button'
import { isUnderWay } from '../run-words'
import { AgentSteps } from './agent-steps'
import { ArtifactOutput } from './artifact-output'
import { AskAfterFailure } from './ask-after-failure'
import { CallAddress } from './call-address'
import { EffectLines } from './effect-lines'
import { LoopItems } from './loop-items'
import { ResolveStep } from './resolve-step'
import { effectsOf } from './step-words'

/** A step opened: what is wrong first, then what went in, what came out and what it did outside. */
export function StepDetail({ step, run }: { step: StepView; run: RunView }) {
  const link = useLink()
  const effects = effectsOf(step, run)
  const ended = !isUnderWay(run.status)
  const canRetry =
    ended && step.parent === null && step.status !== 'skipped' && !step.type.startsWith('trigger.')
  const children = run.steps.filter((each) => each.parent === step.path)
  return (
    <div className="flex flex-col gap-4">
      {step.status === 'unknown' ? <ResolveStep step={step} run={run} /> : null}
      {step.status === 'waiting' && step.asks.length > 0 ? <AskAfterFailure step={step} run={run} /> : null}
      {step.error ? <p className="break-words text-failed">{step.error.message}</p> : null}
      {step.address ? <CallAddress address={step.address} /> : null}
      {step.approvalId ? (
        <Button asChild size="sm" className="self-start">
          <Link href={link(`approvals/${step.approvalId}`)}>Open the approval</Link>
        </Button>
      ) : null}
      {step.called ? (
        <Button asChild size="sm" className="self-start">
          <Link href={link(`runs/${step.called.runId}`)}>Open the run of “{step.called.workflow.name}”</Link>
        </Button>
      ) : null}
      {step.items && step.items.length > 0 ? (
        <Part title={step.type === 'repeat' ? 'Rounds' : 'Items'}>
          <LoopItems step={step} run={run} />
        </Part>
      ) : null}
      {children.length > 0 && !step.items ? (
        <Part title="What the agent did">
          <AgentSteps steps={children} run={run} />
        </Part>
      ) : null}
      {effects.length > 0 ? (
        <Part title="What it did outside">
          <EffectLines effects={effects} />
        </Part>
      ) : null}
      <div className="grid gap-4 lg:grid-cols-2">
        {step.input === null || step.items ? null : (
          <Part title="What went in">
            <ValueTree value={step.input} openTo={2} />
          </Part>
        )}
        {step.output === null && step.artifact === null ? null : (
          <Part title="What came out">
            {step.artifact && step.output === null ? (
              <ArtifactOutput artifact={step.artifact} />
            ) : (
              <ValueTree value={step.output} openTo={2} />
            )}
          </Part>
        )}
      </div>
      {canRetry ? (
        <div>
          <RetryButton run={run} from={step.path} label="Retry from here" />
        </div>
      ) : null}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <p className="mb-1.5 text-muted text-xs">{title}</p>
      {children}
    </section>
  )
}
