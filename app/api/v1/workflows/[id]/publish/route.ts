import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { publishedSchema, publishFields, publishWorkflow } from '@/lib/services/workflows/publish-workflow'

export const POST = memberRoute({
  summary: 'Publish the draft as a version and put it live',
  permission: 'workflow.publish',
  params: z.object({ id: workflowParam }),
  body: publishFields,
  answer: publishedSchema,
  status: 201,
  handler: ({ actor, params, body }) => publishWorkflow(actor, params.id, body),
})
