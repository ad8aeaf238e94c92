'use client'

import { useEditor } from '@/components/editor/store/editor-context'
import { stepOf } from '@/components/editor/store/run-index'
import { StatusChip } from '@/components/marks/status-chip'
import { waitingWords } from '@/components/runs/run-words'
import type { WorkflowNode } from '@/lib/workflow/document'
import { AgentTools } from './agent-tools'
import { Approvers } from './approvers'
import { BodySteps } from './body-steps'
import { ConnectionLine } from './connection-line'
import { LoopBar } from './loop-bar'
import { NodeSentence } from './node-sentence'
import { StepTime } from './step-time'

export function CardBody({ node }: { node: WorkflowNode }) {
  const step = useEditor((state) => stepOf(state.run, node.id))
  return (
    <div className="flex flex-col gap-2 px-3 pb-3 text-sm">
      <NodeSentence node={node} className="line-clamp-4" />
      {node.type === 'agent' ? <AgentTools tools={node.config.tools} /> : null}
      <BodySteps node={node} />
      {node.type === 'approval' ? <Approvers approvers={node.config.approvers} /> : null}
      {step ? <LoopBar step={step} /> : null}
      {step ? (
        <div className="flex items-center justify-between gap-2">
          <StatusChip
            status={step.status}
            {...(step.waitingFor && !step.items ? { label: waitingWords(step.waitingFor) } : {})}
            className="min-w-0 shrink"
          />
          <StepTime step={step} />
        </div>
      ) : node.type === 'action' ? (
        <ConnectionLine action={node.action} connection={node.connection} />
      ) : null}
    </div>
  )
}
