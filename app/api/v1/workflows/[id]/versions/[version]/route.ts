import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { getVersion } from '@/lib/services/workflows/versions'
import { versionWithDocumentSchema } from '@/lib/workflow/views/workflow-view'

export const GET = memberRoute({
  summary: 'A version with its document, by id or number',
  permission: 'workflow.read',
  params: z.object({ id: workflowParam, version: z.string() }),
  answer: versionWithDocumentSchema,
  handler: ({ actor, params }) =>
    getVersion(actor, params.id, /^\d{1,9}$/.test(params.version) ? Number(params.version) : params.version),
})
