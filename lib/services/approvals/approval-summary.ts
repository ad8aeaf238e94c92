import type { ApprovalListRow } from '@/db/queries/approvals/list-approvals'
import type { Decider } from '@/db/queries/approvals/list-deciders'
import { wayOf } from '@/lib/engine/step-path'
import type { Actor } from '@/lib/policy/actor'
import { may } from '@/lib/policy/authorize'
import { mayDecide, type Verdict } from '@/lib/policy/may-decide'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'

export type Deciding = { readonly everyone: readonly Decider[]; readonly selfApproval: boolean }

export function toApprovalSummary(
  row: ApprovalListRow,
  actor: Actor,
  deciding: Deciding & { readonly decided: ReadonlySet<string> },
): ApprovalSummary {
  const { approval } = row
  const verdict: Verdict = deciding.decided.has(approval.id)
    ? { may: false, why: 'You have decided. It waits for others.' }
    : verdictOn(row.approval, actor, deciding)
  return {
    id: approval.id,
    title: approval.title,
    status: approval.status,
    workflow: { id: approval.workflowId, name: row.workflowName ?? '(deleted)' },
    runId: approval.runId,
    node: approval.nodeId,
    items: wayOf(approval.stepPath).flatMap(({ index }) => index ?? []),
    startedBy:
      approval.startedBy === null ? null : { id: approval.startedBy, name: row.startedByName ?? '(deleted)' },
    approvers: approversInWords(approval, deciding.everyone),
    quorum: approval.quorum,
    deadline: approval.deadline?.toISOString() ?? null,
    createdAt: approval.createdAt.toISOString(),
    decidedAt: approval.decidedAt?.toISOString() ?? null,
    practice: approval.practice,
    mine: verdict.may,
    mineReason: verdict.may ? null : verdict.why,
  }
}

/** May this person decide now, and if not, why? */
export function verdictOn(approval: ApprovalListRow['approval'], actor: Actor, deciding: Deciding): Verdict {
  if (approval.status !== 'pending') return { may: false, why: 'This has been decided.' }
  if (!may(actor, 'approval.decide')) return { may: false, why: 'Your role here does not decide approvals.' }
  return mayDecide(approval, actor, deciding)
}

const rolesInWords: Readonly<Record<string, string>> = {
  owner: 'any owner',
  admin: 'any admin',
  builder: 'any builder',
  operator: 'any operator',
}

function approversInWords(approval: ApprovalListRow['approval'], everyone: readonly Decider[]): string[] {
  const named = approval.approverMembers.map(
    (id) => everyone.find(({ userId }) => userId === id)?.name ?? 'a former member',
  )
  return [...approval.approverRoles.map((role) => rolesInWords[role] ?? role), ...named]
}
