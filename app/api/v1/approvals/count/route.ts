import { z } from 'zod'
import { countApprovals } from '@/lib/services/approvals/count-approvals'
import { memberRoute } from '@/lib/services/http/route'

export const GET = memberRoute({
  summary: 'How many approvals wait for me',
  permission: 'approval.read',
  answer: z.object({ count: z.number().int() }),
  handler: ({ actor }) => countApprovals(actor),
})
