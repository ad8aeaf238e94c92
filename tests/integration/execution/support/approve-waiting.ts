import type { Actor } from '@/lib/policy/actor'
import { decideApproval } from '@/lib/services/approvals/decide-approval'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { listApprovals } from '@/lib/services/approvals/list-approvals'

/** Says yes to everything that waits in a run. Answers how much that was. */
export async function approveWaiting(operator: Actor, runId: string): Promise<number> {
  let count = 0
  for (let cursor: string | undefined; ; ) {
    const page = await listApprovals(operator, { status: ['pending'], cursor })
    for (const { id } of page.items.filter((approval) => approval.runId === runId)) {
      const { digest } = await getApproval(operator, id)
      await decideApproval(operator, id, { decision: 'approve', digest })
      count += 1
    }
    if (page.next === null) return count
    cursor = page.next
  }
}
