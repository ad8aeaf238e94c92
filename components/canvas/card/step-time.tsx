'use client'

import { useEffect, useState } from 'react'
import { describeDuration } from '@/components/values/describe-amount'
import type { StepView } from '@/lib/workflow/views/run-view'

/** How long a step took, or has been at it. */
export function StepTime({ step }: { step: StepView }) {
  const isGoing = step.startedAt !== null && step.endedAt === null && step.status === 'running'
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isGoing) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [isGoing])
  if (!step.startedAt || (!step.endedAt && !isGoing)) return null
  const end = step.endedAt ? Date.parse(step.endedAt) : now
  return (
    <span className="text-muted text-xs tabular-nums">
      {describeDuration(end - Date.parse(step.startedAt))}
    </span>
  )
}
