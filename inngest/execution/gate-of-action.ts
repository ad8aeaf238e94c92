import { database } from '@/db/client'
import type { ApprovalRow } from '@/db/queries/approvals/approval-row'
import { findApprovalsOfRun } from '@/db/queries/approvals/find-approvals-of-run'
import { needsGate } from '@/lib/policy/effects-of'
import type { Execution } from './execution'
import type { Gate } from './gate'
import { gateByApproval, isCovered } from './gate-by-approval'
import type { PreparedCall } from './prepared-call'
import type { StepIdentity } from './step-row'

/**
 * A step behind an approval is sent only as it was approved. When its values are others now, or when the approval could
 * not know them and the workspace asks for a gate at every such step, people are asked again, about exactly this call.
 */
export async function gateOfAction(
  execution: Execution,
  step: StepIdentity,
  call: PreparedCall,
): Promise<Gate> {
  const { workspaceId } = execution.scope
  const known = await findApprovalsOfRun(database().db, {
    workspaceId,
    originRunId: execution.run.originRunId,
  })
  const approved = known.filter(({ status }) => status === 'approved')
  const about = approved.filter(({ covers }) => covers.some(({ node }) => node === step.nodeId))
  if (about.some((approval) => isCovered(approval, call))) return { state: 'open' }
  const latest = about.at(-1) ?? notCoveredBy(execution, approved, step, call)
  if (!latest) return { state: 'open' }
  return gateByApproval(
    execution,
    { step, call, known },
    {
      title: `${step.title}: once more`,
      message: about.length > 0 ? whatChanged(latest, step, call) : unknownThen,
      approverRoles: latest.approverRoles,
      approverMembers: latest.approverMembers,
      quorum: latest.quorum,
    },
  )
}

const unknownThen =
  'When this was approved, what this step would send was not known yet. Now it is: look at it before it is sent.'

function notCoveredBy(
  execution: Execution,
  approved: readonly ApprovalRow[],
  step: StepIdentity,
  call: PreparedCall,
): ApprovalRow | undefined {
  if (execution.policy.uncoveredEffects !== 'block' || !needsGate(call.action)) return undefined
  return approved.findLast(({ notCovered }) => notCovered.some(({ node }) => node === step.nodeId))
}

function whatChanged(approval: ApprovalRow, step: StepIdentity, call: PreparedCall): string {
  const shown = approval.covers.find(({ node }) => node === step.nodeId)?.input ?? {}
  const keys = [...new Set([...Object.keys(shown), ...Object.keys(call.input)])]
  const changed = keys.filter((key) => JSON.stringify(shown[key]) !== JSON.stringify(call.input[key]))
  const what = changed.length > 0 ? changed.join(', ') : 'the connection'
  return `This is not what was approved: ${what} changed since. Nothing was sent.`
}
