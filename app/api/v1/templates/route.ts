import { z } from 'zod'
import { pageOf, templateSummarySchema, templateViewSchema } from '@/lib/policy/views/workspace-views'
import { pageQuery } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listTemplates } from '@/lib/services/templates/catalog'
import { newTemplateFields, publishTemplate } from '@/lib/services/templates/publish-template'

export const GET = memberRoute({
  summary: 'List the catalog',
  permission: 'template.read',
  query: z.strictObject({
    ...pageQuery,
    search: z.string().max(200).optional(),
    category: z.string().max(60).optional(),
  }),
  answer: pageOf(templateSummarySchema),
  handler: ({ actor, query }) => listTemplates(actor, query),
})

export const POST = memberRoute({
  summary: 'Share a workflow as a template',
  permission: 'template.publish',
  body: newTemplateFields,
  answer: templateViewSchema,
  status: 201,
  handler: ({ actor, body }) => publishTemplate(actor, body),
})
