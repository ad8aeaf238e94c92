import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { restoreVersion, versionChoice } from '@/lib/services/workflows/operate-workflow'
import { workflowViewSchema } from '@/lib/workflow/views/workflow-view'

export const POST = memberRoute({
  summary: 'Make an old version the draft again',
  permission: 'workflow.edit',
  params: z.object({ id: workflowParam }),
  body: versionChoice,
  answer: workflowViewSchema,
  handler: ({ actor, params, body }) => restoreVersion(actor, params.id, body),
})
