import { NonRetriableError } from 'inngest'
import { database } from '@/db/client'
import type { DecisionRow } from '@/db/queries/approvals/approval-row'
import { listDecisions } from '@/db/queries/approvals/decisions'
import { findApprovalsOfRun } from '@/db/queries/approvals/find-approvals-of-run'
import { markSignalled } from '@/db/queries/approvals/mark-signalled'
import { databaseNow } from '@/db/queries/system/database-now'
import { actionCatalog } from '@/lib/connectors/index'
import { durationMs } from '@/lib/core/duration'
import { type ApprovalId, isId, type UserId } from '@/lib/core/ids'
import type { Outcome, StepCall } from '@/lib/engine/contract'
import { outputsOf } from '@/lib/engine/step-scope-of'
import { coveredBy } from '@/lib/policy/covered-by'
import { expireIfOverdue } from '@/lib/services/approvals/expire-approval'
import type { NodeOf } from '@/lib/workflow/document'
import { levelOf } from '@/lib/workflow/levels'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { attemptStep } from './attempt-step'
import { learn, touchOpenRun } from './begin-step'
import { closing } from './closing'
import { durable, type Memo } from './durable-steps'
import type { Execution } from './execution'
import { factOf } from './fact-of'
import { noteEnd, storeEnd } from './finish-step'
import { openApproval } from './open-approval'
import { flushPending } from './pending'
import { type StepIdentity, stepOfNode } from './step-row'

/** The port `ask`: opens an approval and waits for people. The row is the truth; a signal or the deadline only wakes. */
export async function askPeople(execution: Execution, call: StepCall): Promise<Outcome> {
  const { node } = call
  if (node.type !== 'approval') throw new TypeError(`${node.type} is no approval`)
  const step = stepOfNode(execution, node)
  await durable(execution.steps, { path: step.path, name: step.title }, (isResumed, signal) =>
    attemptStep(execution, { step, isResumed, tries: 3, begins: !isResumed }, async () => {
      if (isId<ApprovalId>('apr', signal)) return settle(execution, step, signal)
      const { workspaceId } = execution.scope
      const { originRunId, id: runId } = execution.run
      const known = await findApprovalsOfRun(database().db, { workspaceId, originRunId })
      const own = known.find((one) => one.runId === runId && one.stepPath === step.path)
      return own ? settle(execution, step, own.id) : open(execution, step, call, node)
    }),
  )
  return factOf(execution, step.path).outcome
}

async function open(
  execution: Execution,
  step: StepIdentity,
  call: StepCall,
  { config }: NodeOf<'approval'>,
): Promise<Memo> {
  const document = levelOf(execution.document, step.nodeId) ?? execution.document
  const { outcomes, outer = {} } = call.state
  const about = coveredBy({ document, actions: actionCatalog }, step.nodeId, {
    outputs: outputsOf(outcomes.keys(), execution.plan.nodes, outcomes),
    outer,
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
    // It passes by the database's clock, so it is set by it.
    deadline:
      deadlineMs === undefined ? null : new Date((await databaseNow(database().db)).getTime() + deadlineMs),
    ...about,
  })
}

/** Looks how the approval stands and, when it is over, ends the step with it: one transaction, one look, one end. */
async function settle(execution: Execution, step: StepIdentity, approvalId: ApprovalId): Promise<Memo> {
  if (execution.facts.has(step.path)) return { state: 'ended' }
  const of = { ...execution.scope, approvalId }
  const settled = await closing(async (tx, keep) => {
    const [, approval, decisions] = await Promise.all([
      touchOpenRun(tx, execution),
      expireIfOverdue(tx, of),
      listDecisions(tx, { ...of, approvalIds: [approvalId] }),
    ])
    if (!approval || approval.status === 'cancelled') throw new NonRetriableError('the run was cancelled')
    if (approval.status === 'pending') {
      const until = approval.deadline?.toISOString() ?? null
      const memo: Memo = { state: 'waits', signal: approvalId, until }
      await keep(memo)
      return { memo }
    }
    const outcome = outcomeOf(approval.status, decisions)
    const [, stored] = await Promise.all([
      flushPending(tx, execution),
      storeEnd(tx, execution, { path: step.path, outcome }),
      markSignalled(tx, of),
      keep(ended),
    ])
    return { outcome, ...stored }
  })
  if ('memo' in settled) return settled.memo
  if (settled.isFirst) return noteEnd(execution, { path: step.path, outcome: settled.outcome }, settled.bytes)
  await learn(execution, step.path)
  return ended
}

const ended: Memo = { state: 'ended' }

function outcomeOf(status: 'approved' | 'rejected' | 'expired', decisions: readonly DecisionRow[]): Outcome {
  const output = {
    decision: status,
    by: decisions.map(({ userName }) => userName).join(', '),
    comment: decisions.flatMap(({ comment }) => comment ?? []).join('\n'),
    edits: {},
  }
  return { status: 'succeeded', exit: status, output }
}
