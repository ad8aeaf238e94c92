import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { duplicateWorkflow } from '@/lib/services/workflows/copy-workflow'
import { workflowViewSchema } from '@/lib/workflow/views/workflow-view'

export const POST = memberRoute({
  summary: 'Make a second workflow of the draft',
  permission: 'workflow.edit',
  params: z.object({ id: workflowParam }),
  answer: workflowViewSchema,
  status: 201,
  handler: ({ actor, params }) => duplicateWorkflow(actor, params.id),
})
