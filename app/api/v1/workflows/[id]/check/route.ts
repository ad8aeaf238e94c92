import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { checkFields, checkWorkflow } from '@/lib/services/workflows/check-in-workspace'
import { checkResultSchema } from '@/lib/workflow/views/workflow-view'

export const POST = memberRoute({
  summary: 'List what is wrong with the draft and what it can touch',
  permission: 'workflow.read',
  params: z.object({ id: workflowParam }),
  body: checkFields,
  answer: checkResultSchema,
  handler: ({ actor, params, body }) => checkWorkflow(actor, params.id, body),
})
