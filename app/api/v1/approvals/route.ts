import { z } from 'zod'
import { pageOf } from '@/lib/policy/views/workspace-views'
import { listApprovals } from '@/lib/services/approvals/list-approvals'
import { listField, pageQuery } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { approvalSummarySchema } from '@/lib/workflow/views/approval-view'

export const GET = memberRoute({
  summary: 'List approvals, the newest first',
  permission: 'approval.read',
  query: z.strictObject({
    ...pageQuery,
    /** One or more, with commas between. */
    status: listField(['pending', 'approved', 'rejected', 'expired', 'cancelled']).optional(),
  }),
  answer: pageOf(approvalSummarySchema),
  handler: ({ actor, query }) => listApprovals(actor, query),
})
