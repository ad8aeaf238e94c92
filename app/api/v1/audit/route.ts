import { z } from 'zod'
import { auditViewSchema, pageOf } from '@/lib/policy/views/workspace-views'
import { listAudit } from '@/lib/services/audit/list-audit'
import { pageQuery } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'

export const GET = memberRoute({
  summary: 'Read the audit log',
  permission: 'audit.read',
  query: z.strictObject({ ...pageQuery, action: z.string().max(80).optional() }),
  answer: pageOf(auditViewSchema),
  handler: ({ actor, query }) => listAudit(actor, query),
})
