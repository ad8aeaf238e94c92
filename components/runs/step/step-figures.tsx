'use client'

import { useEffect, useState } from 'react'
import type { StepView } from '@/lib/workflow/views/run-view'
import { describeCost, describeCount, describeDuration } from '../../values/describe-amount'

/** How long a step took (or has taken so far), its tokens and its cost: the right end of its line. */
export function StepFigures({ step }: { step: StepView }) {
  const tokens = (step.tokensIn ?? 0) + (step.tokensOut ?? 0)
  return (
    <span className="flex shrink-0 items-center gap-3 text-muted text-sm tabular-nums">
      {tokens > 0 ? (
        <span
          className="hidden sm:inline"
          title={`${step.tokensIn ?? 0} read, ${step.tokensOut ?? 0} written`}
        >
          {describeCount(tokens, 'token')}
        </span>
      ) : null}
      {step.cost !== null && step.cost > 0 ? <span>{describeCost(step.cost)}</span> : null}
      <StepTime step={step} />
    </span>
  )
}

function StepTime({ step }: { step: StepView }) {
  const [now, setNow] = useState<number | null>(null)
  const ticking = step.status === 'running' && step.endedAt === null
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [ticking])
  if (!step.startedAt) return null
  const end = step.endedAt ? new Date(step.endedAt).getTime() : ticking ? now : null
  const took = end === null ? 0 : end - new Date(step.startedAt).getTime()
  // What only looks at values takes no time worth telling.
  return took > 0 ? <span>{describeDuration(took)}</span> : null
}
