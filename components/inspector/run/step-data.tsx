'use client'

import Link from 'next/link'
import { useHere } from '@/components/api/workspace-context'
import { StatusChip } from '@/components/marks/status-chip'
import { waitingWords } from '@/components/runs/run-words'
import { CallAddress } from '@/components/runs/step/call-address'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { ValueTree } from '@/components/values/value-tree'
import type { WorkflowNode } from '@/lib/workflow/document'
import type { RunView, StepView } from '@/lib/workflow/views/run-view'
import { LoopBar } from '../../canvas/card/loop-bar'
import { StepTime } from '../../canvas/card/step-time'

type StepDataProps = { node: WorkflowNode; step: StepView | null; run: RunView }

/** What a step took and gave in a run, as trees, and in words why it failed. */
export function StepData({ node, step, run }: StepDataProps) {
  const { workspace } = useHere()
  if (!step) {
    const isTrigger = run.trigger === node.id
    return isTrigger ? (
      <div className="p-4">
        <p className="mb-3 text-muted text-sm">The run started here, with this:</p>
        <ValueTree value={run.input} openTo={3} />
      </div>
    ) : (
      <p className="p-4 text-muted">The run has not come here.</p>
    )
  }
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="flex items-center justify-between gap-2">
        <StatusChip
          status={step.status}
          {...(step.waitingFor && !step.items ? { label: waitingWords(step.waitingFor) } : {})}
          className="min-w-0 shrink"
        />
        <StepTime step={step} />
      </div>
      <LoopBar step={step} />
      {step.error ? (
        <Alert tone="failed" title="It failed">
          {step.error.message}
        </Alert>
      ) : null}
      {step.address ? <CallAddress address={step.address} /> : null}
      {step.approvalId ? (
        <Button asChild variant={step.status === 'waiting' ? 'primary' : 'secondary'} className="self-start">
          <Link href={`/w/${workspace.slug}/approvals/${step.approvalId}`}>Open the approval</Link>
        </Button>
      ) : null}
      {step.called ? (
        <Button asChild className="self-start">
          <Link href={`/w/${workspace.slug}/runs/${step.called.runId}`}>
            Open the run of “{step.called.workflow.name}”
          </Link>
        </Button>
      ) : null}
      <Tabs defaultValue={step.output === null ? 'input' : 'output'}>
        <TabsList aria-label="Data of the step">
          <TabsTrigger value="input">Input</TabsTrigger>
          <TabsTrigger value="output">Output</TabsTrigger>
        </TabsList>
        <TabsContent value="input">
          {step.input === null ? (
            <p className="text-muted text-sm">It took nothing.</p>
          ) : (
            <ValueTree value={step.input} openTo={3} />
          )}
        </TabsContent>
        <TabsContent value="output">
          {step.artifact ? (
            <a
              className="text-accent underline-offset-4 hover:underline"
              href={`/w/${workspace.slug}/runs/${run.id}`}
            >
              Too large to show here: open the run
            </a>
          ) : step.output === null ? (
            <p className="text-muted text-sm">Nothing yet.</p>
          ) : (
            <ValueTree value={step.output} openTo={3} />
          )}
        </TabsContent>
      </Tabs>
    </div>
  )
}
