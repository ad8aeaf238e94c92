import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { setLiveVersion, versionChoice } from '@/lib/services/workflows/operate-workflow'
import { workflowViewSchema } from '@/lib/workflow/views/workflow-view'

export const POST = memberRoute({
  summary: 'Put a published version live',
  permission: 'workflow.publish',
  params: z.object({ id: workflowParam }),
  body: versionChoice,
  answer: workflowViewSchema,
  handler: ({ actor, params, body }) => setLiveVersion(actor, params.id, body),
})
