import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { pauseWorkflow } from '@/lib/services/workflows/operate-workflow'
import { workflowViewSchema } from '@/lib/workflow/views/workflow-view'

export const POST = memberRoute({
  summary: 'Switch a workflow off',
  permission: 'workflow.publish',
  params: z.object({ id: workflowParam }),
  answer: workflowViewSchema,
  handler: ({ actor, params }) => pauseWorkflow(actor, params.id),
})
