import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listCallable } from '@/lib/services/workflows/callable-workflows'
import { callableSchema } from '@/lib/workflow/workflow-catalog'

export const GET = memberRoute({
  summary: 'The workflows that this one may call, with what they ask for and promise',
  permission: 'workflow.read',
  params: z.object({ id: workflowParam }),
  answer: z.object({ items: z.array(callableSchema) }),
  handler: ({ actor, params }) => listCallable(actor, params.id),
})
