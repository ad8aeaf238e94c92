import { NonRetriableError } from 'inngest'
import { database } from '@/db/client'
import type { ApprovalRow } from '@/db/queries/approvals/approval-row'
import { listDecisions } from '@/db/queries/approvals/decisions'
import { markSignalled } from '@/db/queries/approvals/mark-signalled'
import { getConnector } from '@/lib/connectors/index'
import type { UserId } from '@/lib/core/ids'
import { expireApproval } from '@/lib/services/approvals/expire-approval'
import { callDigest } from '@/lib/services/ledger/call-digest'
import type { Execution } from './execution'
import type { Gate } from './gate'
import { openApproval } from './open-approval'
import type { PreparedCall } from './prepared-call'
import type { StepIdentity } from './step-row'

export type Asking = {
  readonly title: string
  readonly message: string
  readonly approverRoles: readonly string[]
  readonly approverMembers: readonly UserId[]
  readonly quorum: number
}

/** Is this very call what the approval showed? */
export function isCovered(approval: ApprovalRow, call: PreparedCall): boolean {
  return approval.covers.some(
    ({ node, action, connection, input }) =>
      callDigest({ node, action, connection: connection?.id ?? null, input }) === call.digest,
  )
}

/** Lets a call through when an approval of its own, for exactly this call, says so; opens one where there is none. */
export async function gateByApproval(
  execution: Execution,
  {
    step,
    call,
    known,
  }: {
    readonly step: StepIdentity
    readonly call: PreparedCall
    readonly known: readonly ApprovalRow[]
  },
  asking: Asking,
): Promise<Gate> {
  const own = known.filter(
    ({ runId, stepPath }) => runId === execution.run.id && stepPath.startsWith(`${step.path}~`),
  )
  const latest = own.at(-1)
  if (latest && (latest.status === 'pending' || isCovered(latest, call))) {
    return stateOf(execution, latest, call)
  }
  const memo = await openApproval(execution, {
    step,
    stepPath: `${step.path}~${own.length + 1}`,
    ...asking,
    deadline: null,
    covers: [
      {
        node: call.nodeId,
        title: call.title,
        action: call.action.id,
        connector: getConnector(call.action.id)?.id ?? '',
        effect: call.action.effect,
        outward: call.action.outward,
        preview: call.preview,
        input: call.input,
        names: call.names,
        connection: call.connection?.id ?? null,
      },
    ],
    notCovered: [],
  })
  return memo.state === 'waits' ? memo : { state: 'open' }
}

async function stateOf(execution: Execution, approval: ApprovalRow, call: PreparedCall): Promise<Gate> {
  const { workspaceId } = execution.scope
  const status = await expireApproval({ ...execution.scope, approvalId: approval.id })
  if (status === undefined || status === 'cancelled') throw new NonRetriableError('the run was cancelled')
  if (status === 'pending') {
    return { state: 'waits', signal: approval.id, until: approval.deadline?.toISOString() ?? null }
  }
  await markSignalled(database().db, { workspaceId, approvalId: approval.id })
  if (status === 'approved') return { state: 'open' }
  const [rejection] = (
    await listDecisions(database().db, { workspaceId, approvalIds: [approval.id] })
  ).filter(({ decision }) => decision === 'reject')
  const comment = rejection?.comment ? `: ${rejection.comment}` : ''
  return {
    state: 'refused',
    rule: 'approval.rejected',
    message: `${rejection?.userName ?? 'Nobody'} said no to “${call.title}”${comment}. It was not done.`,
  }
}
