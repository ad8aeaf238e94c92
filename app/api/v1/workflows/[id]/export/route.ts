import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { exportSchema, exportWorkflow } from '@/lib/services/workflows/copy-workflow'

export const GET = memberRoute({
  summary: 'The draft as JSON, to be kept or imported elsewhere',
  permission: 'workflow.export',
  params: z.object({ id: workflowParam }),
  answer: exportSchema,
  handler: ({ actor, params }) => exportWorkflow(actor, params.id),
})
