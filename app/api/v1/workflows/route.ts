import { z } from 'zod'
import { pageOf } from '@/lib/policy/views/workspace-views'
import { pageQuery } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { createWorkflow, newWorkflowFields } from '@/lib/services/workflows/create-workflow'
import { listWorkflows } from '@/lib/services/workflows/list-workflows'
import { workflowSummarySchema, workflowViewSchema } from '@/lib/workflow/views/workflow-view'

export const GET = memberRoute({
  summary: 'List workflows',
  permission: 'workflow.read',
  query: z.strictObject({ ...pageQuery, search: z.string().max(200).optional() }),
  answer: pageOf(workflowSummarySchema),
  handler: ({ actor, query }) => listWorkflows(actor, query),
})

export const POST = memberRoute({
  summary: 'Make a workflow, or import one by giving its document',
  permission: 'workflow.edit',
  body: newWorkflowFields,
  answer: workflowViewSchema,
  status: 201,
  handler: ({ actor, body }) => createWorkflow(actor, body),
})
