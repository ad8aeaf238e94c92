import { z } from 'zod'
import { workflowParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { changeWorkflow, workflowChanges } from '@/lib/services/workflows/change-workflow'
import { getWorkflow } from '@/lib/services/workflows/get-workflow'
import { deleteWorkflow } from '@/lib/services/workflows/operate-workflow'
import { workflowViewSchema } from '@/lib/workflow/views/workflow-view'

const params = z.object({ id: workflowParam })

export const GET = memberRoute({
  summary: 'A workflow with its draft',
  permission: 'workflow.read',
  params,
  answer: workflowViewSchema,
  handler: ({ actor, params }) => getWorkflow(actor, params.id),
})

export const PATCH = memberRoute({
  summary: 'Rename or describe a workflow',
  permission: 'workflow.edit',
  params,
  body: workflowChanges,
  answer: workflowViewSchema,
  handler: ({ actor, params, body }) => changeWorkflow(actor, params.id, body),
})

export const DELETE = memberRoute({
  summary: 'Delete a workflow; its runs stay',
  permission: 'workflow.delete',
  params,
  answer: null,
  handler: ({ actor, params }) => deleteWorkflow(actor, params.id),
})
