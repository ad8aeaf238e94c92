import type { NodeOf } from '../document'
import type { Issue } from '../issue'
import { issueAt, quoted } from './context'

/** Somebody can decide it. */
export function checkApproval(node: NodeOf<'approval'>): readonly Issue[] {
  const { approvers, quorum } = node.config
  if (approvers.length === 0) {
    const message = `${quoted(node)} names nobody who may decide. Choose people or a role.`
    return [issueAt(node, 'no_approvers', message, { field: 'config.approvers' })]
  }
  const members = new Set(approvers.flatMap((approver) => ('member' in approver ? [approver.member] : [])))
  const hasRole = approvers.some((approver) => 'role' in approver)
  if (hasRole || quorum <= members.size) return []
  const message = `${quoted(node)} asks for ${quorum} decisions but names ${members.size === 1 ? 'one person' : `${members.size} people`}. Name more people, or ask for fewer decisions.`
  return [issueAt(node, 'no_approvers', message, { field: 'config.quorum' })]
}
