import { NonRetriableError } from 'inngest'
import { database } from '@/db/client'
import type { ApprovalRow } from '@/db/queries/approvals/approval-row'
import { listDecisions } from '@/db/queries/approvals/decisions'
import { findApprovalsOfRun } from '@/db/queries/approvals/find-approvals-of-run'
import { markSignalled } from '@/db/queries/approvals/mark-signalled'
import { actionCatalog } from '@/lib/connectors/index'
import { durationMs } from '@/lib/core/duration'
import type { UserId } from '@/lib/core/ids'
import { isId } from '@/lib/core/ids'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { stepScopeOf } from '@/lib/engine/step-scope-of'
import { coveredBy } from '@/lib/policy/covered-by'
import { expireApproval } from '@/lib/services/approvals/expire-approval'
import type { NodeOf } from '@/lib/workflow/document'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { attemptStep } from './attempt-step'
import { durable, type Memo } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { finishStep } from './finish-step'
import { openApproval } from './open-approval'
import { type StepIdentity, stepOfNode } from './step-row'

/** The port `ask`: opens an approval and waits for people. The row is the truth; a signal or the deadline only wakes. */
export async function askPeople(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  if (node.type !== 'approval') throw new TypeError(`${node.type} is no approval`)
  const step = stepOfNode(execution, node)
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed) =>
    attemptStep(execution, { step, isResumed, tries: 3 }, async () => {
      const { workspaceId } = execution.scope
      const { originRunId, id: runId } = execution.run
      const known = await findApprovalsOfRun(database().db, { workspaceId, originRunId })
      const own = known.find((one) => one.runId === runId && one.stepPath === step.path)
      return own ? settle(execution, step, own) : open(execution, step, call, node)
    }),
  )
  return factOf(execution, step.path).outcome
}

function open(
  execution: Execution,
  step: StepIdentity,
  call: StepCall,
  { config }: NodeOf<'approval'>,
): Promise<Memo> {
  const about = coveredBy({ document: execution.document, actions: actionCatalog }, step.nodeId, {
    outputs: stepScopeOf([...call.state.outcomes.keys()], execution.plan.nodes, call.state.outcomes),
    now: call.now,
  })
  const message = config.message ? resolveBinding(config.message, call, 'config.message') : null
  const deadlineMs = config.deadline === undefined ? undefined : durationMs(config.deadline)
  return openApproval(execution, {
    step,
    stepPath: step.path,
    title: step.title,
    message: message === null ? null : typeof message === 'string' ? message : JSON.stringify(message),
    approverRoles: config.approvers.flatMap((one) => ('role' in one ? [one.role] : [])),
    approverMembers: config.approvers.flatMap((one) =>
      'member' in one && isId<UserId>('usr', one.member) ? [one.member] : [],
    ),
    quorum: config.quorum,
    deadline: deadlineMs === undefined ? null : new Date(Date.now() + deadlineMs),
    ...about,
  })
}

async function settle(execution: Execution, step: StepIdentity, approval: ApprovalRow): Promise<Memo> {
  const { workspaceId } = execution.scope
  const status = await expireApproval({ ...execution.scope, approvalId: approval.id })
  if (status === undefined || status === 'cancelled') throw new NonRetriableError('the run was cancelled')
  if (status === 'pending') {
    return { state: 'waits', signal: approval.id, until: approval.deadline?.toISOString() ?? null }
  }
  const decisions = await listDecisions(database().db, { workspaceId, approvalIds: [approval.id] })
  const memo = await finishStep(execution, step.path, {
    status: 'succeeded',
    exit: status,
    output: {
      decision: status,
      by: decisions.map(({ userName }) => userName).join(', '),
      comment: decisions.flatMap(({ comment }) => comment ?? []).join('\n'),
      edits: {},
    },
  })
  await markSignalled(database().db, { workspaceId, approvalId: approval.id })
  return memo
}
