'use client'

import { useState } from 'react'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { StepLine } from './step-line'

/** An agent's turns and tool calls, in the order in which they happened. */
export function AgentSteps({ steps, run }: { steps: readonly StepView[]; run: RunView }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <ol className="flex flex-col gap-0.5 border-line border-l pl-2">
      {steps.map((step) => (
        <StepLine
          key={step.path}
          step={step}
          run={run}
          nested
          open={open === step.path}
          onToggle={() => setOpen(open === step.path ? null : step.path)}
        />
      ))}
    </ol>
  )
}
