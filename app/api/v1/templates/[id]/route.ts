import { z } from 'zod'
import { templateViewSchema } from '@/lib/policy/views/workspace-views'
import { templateParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { deleteTemplate, getTemplate } from '@/lib/services/templates/catalog'

const params = z.object({ id: templateParam })

export const GET = memberRoute({
  summary: 'A template with its document and slots',
  permission: 'template.read',
  params,
  answer: templateViewSchema,
  handler: ({ actor, params }) => getTemplate(actor, params.id),
})

export const DELETE = memberRoute({
  summary: 'Take a template out of the catalog',
  permission: 'template.delete',
  params,
  answer: null,
  handler: ({ actor, params }) => deleteTemplate(actor, params.id),
})
