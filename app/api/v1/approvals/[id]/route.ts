import { z } from 'zod'
import { getApproval } from '@/lib/services/approvals/get-approval'
import { approvalParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { approvalViewSchema } from '@/lib/workflow/views/approval-view'

export const GET = memberRoute({
  summary: 'An approval: what would happen, and who has decided',
  permission: 'approval.read',
  params: z.object({ id: approvalParam }),
  answer: approvalViewSchema,
  handler: ({ actor, params }) => getApproval(actor, params.id),
})
