import { z } from 'zod'
import { pageOf } from '@/lib/policy/views/workspace-views'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listVersions } from '@/lib/services/workflows/versions'
import { versionViewSchema } from '@/lib/workflow/views/workflow-view'

export const GET = memberRoute({
  summary: 'List published versions',
  permission: 'workflow.read',
  params: z.object({ id: workflowParam }),
  query: z.strictObject({
    cursor: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  answer: pageOf(versionViewSchema),
  handler: ({ actor, params, query }) =>
    listVersions(actor, params.id, { before: query.cursor, limit: query.limit }),
})
