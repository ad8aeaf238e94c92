import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertApproval } from '@/db/queries/approvals/insert-approval'
import { connectionNames } from '@/db/queries/runs/connection-names'
import { touchRun } from '@/db/queries/runs/touch-run'
import { markStepRow } from '@/db/queries/steps/mark-step'
import type { ApprovalId, UserId } from '@/lib/core/ids'
import { storable } from '@/lib/core/storable'
import type { Covered, NotCovered } from '@/lib/policy/covered-by'
import { approvalDigest } from '@/lib/services/ledger/call-digest'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import type { CoveredEffect } from '@/lib/workflow/views/approval-view'
import { closing } from './closing'
import { deriveStatus } from './derive-status'
import type { Memo } from './durable-steps'
import type { Execution } from './execution'
import type { StepIdentity } from './step-row'

export type ApprovalRequest = {
  readonly step: StepIdentity
  /** The approval's own place: the step's path, or one beside it when a step asks again. */
  readonly stepPath: string
  readonly title: string
  readonly message: string | null
  readonly approverRoles: readonly string[]
  readonly approverMembers: readonly UserId[]
  readonly quorum: number
  readonly deadline: Date | null
  readonly covers: readonly Covered[]
  readonly notCovered: readonly NotCovered[]
}

/** Opens an approval and lets its step wait for it, in one transaction. Once: a second opening finds the first. */
export async function openApproval(execution: Execution, request: ApprovalRequest): Promise<Memo> {
  const { step, deadline } = request
  const id = newId<ApprovalId>('apr')
  const covers = await named(execution, request.covers)
  const memo: Memo = { state: 'waits', signal: id, until: deadline?.toISOString() ?? null }
  await closing(async (tx, keep) => {
    await touchRun(tx, execution.scope)
    await insertApproval(tx, {
      id,
      ...execution.scope,
      workflowId: execution.run.workflowId,
      stepPath: request.stepPath,
      nodeId: step.nodeId,
      title: storable(request.title),
      message: request.message === null ? null : storable(request.message),
      covers,
      notCovered: request.notCovered,
      digest: approvalDigest(id, request),
      approverRoles: [...request.approverRoles],
      approverMembers: [...request.approverMembers],
      quorum: request.quorum,
      deadline,
      status: 'pending',
      startedBy: execution.run.startedBy,
      practice: execution.run.practice,
    })
    await markStepRow(tx, {
      ...execution.scope,
      path: step.path,
      status: 'waiting',
      waitingFor: `a decision: ${storable(request.title)}`,
      approvalId: id,
    })
    await Promise.all([deriveStatus(tx, execution, step.path), keep(memo)])
  })
  announceRun(execution.run.id)
  return memo
}

async function named(execution: Execution, covers: readonly Covered[]): Promise<CoveredEffect[]> {
  const connectionIds = covers.flatMap(({ connection }) => connection ?? [])
  const names = await connectionNames(database().db, {
    workspaceId: execution.scope.workspaceId,
    connectionIds,
  })
  return covers.map((covered) => ({
    ...covered,
    preview: storable(covered.preview),
    input: { ...covered.input },
    names: { ...covered.names },
    connection:
      covered.connection === null
        ? null
        : { id: covered.connection, name: names.get(covered.connection) ?? '(removed)' },
  }))
}
