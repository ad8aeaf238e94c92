import { z } from 'zod'
import { decideApproval } from '@/lib/services/approvals/decide-approval'
import { approvalParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { approvalViewSchema } from '@/lib/workflow/views/approval-view'

export const POST = memberRoute({
  summary: 'Decide an approval',
  permission: 'approval.decide',
  params: z.object({ id: approvalParam }),
  body: z.strictObject({
    decision: z.enum(['approve', 'reject']),
    comment: z.string().trim().max(2_000, 'Use at most 2000 characters.').nullable().optional(),
    /** As the approval showed it: a decision about anything else is not taken. */
    digest: z.string().min(1).max(200),
  }),
  answer: approvalViewSchema,
  status: 201,
  handler: ({ actor, params, body }) => decideApproval(actor, params.id, body),
})
