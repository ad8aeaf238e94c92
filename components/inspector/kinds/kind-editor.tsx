'use client'

import type { ReactNode } from 'react'
import { assertNever } from '@/lib/core/assert-never'
import type { WorkflowNode } from '@/lib/workflow/document'
import { ActionEditor } from './action-editor'
import { AgentEditor } from './agent-editor'
import { ApprovalEditor } from './approval-editor'
import { CallTriggerEditor } from './call-trigger-editor'
import { ConditionEditor } from './condition-editor'
import { EachEditor } from './each-editor'
import { FormEditor } from './form-editor'
import { ListEditor } from './list-editor'
import { NoteEditor } from './note-editor'
import { RepeatEditor } from './repeat-editor'
import { RespondEditor } from './respond-editor'
import { ScheduleEditor } from './schedule-editor'
import { SetEditor } from './set-editor'
import { StopEditor } from './stop-editor'
import { WaitEditor } from './wait-editor'
import { WebhookEditor } from './webhook-editor'
import { WorkflowCallEditor } from './workflow-call-editor'

/** The one place that knows which type of step has which editor. */
export function KindEditor({ node }: { node: WorkflowNode }): ReactNode {
  switch (node.type) {
    case 'trigger.form':
      return <FormEditor node={node} />
    case 'trigger.schedule':
      return <ScheduleEditor node={node} />
    case 'trigger.webhook':
      return <WebhookEditor node={node} />
    case 'trigger.workflow':
      return <CallTriggerEditor node={node} />
    case 'action':
      return <ActionEditor node={node} />
    case 'agent':
      return <AgentEditor node={node} />
    case 'approval':
      return <ApprovalEditor node={node} />
    case 'condition':
      return <ConditionEditor node={node} />
    case 'set':
      return <SetEditor node={node} />
    case 'list':
      return <ListEditor node={node} />
    case 'each':
      return <EachEditor node={node} />
    case 'repeat':
      return <RepeatEditor node={node} />
    case 'workflow':
      return <WorkflowCallEditor node={node} />
    case 'wait':
      return <WaitEditor node={node} />
    case 'respond':
      return <RespondEditor node={node} />
    case 'stop':
      return <StopEditor node={node} />
    case 'note':
      return <NoteEditor node={node} />
    default:
      return assertNever(node)
  }
}
