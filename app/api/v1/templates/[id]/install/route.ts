import { z } from 'zod'
import { templateParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { installFields, installTemplate } from '@/lib/services/templates/install-template'
import { workflowViewSchema } from '@/lib/workflow/views/workflow-view'

export const POST = memberRoute({
  summary: 'Make a workflow of a template, with my connections in its slots',
  permission: 'template.install',
  params: z.object({ id: templateParam }),
  body: installFields,
  answer: workflowViewSchema,
  status: 201,
  handler: ({ actor, params, body }) => installTemplate(actor, params.id, body),
})
