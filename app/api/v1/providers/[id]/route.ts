import { z } from 'zod'
import { providerViewSchema } from '@/lib/policy/views/workspace-views'
import { providerParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { changeProvider, deleteProvider } from '@/lib/services/providers/change-provider'
import { providerChanges } from '@/lib/services/providers/provider-fields'

const params = z.object({ id: providerParam })

export const PATCH = memberRoute({
  summary: 'Change a model provider, its key or its prices',
  permission: 'provider.manage',
  params,
  body: providerChanges,
  answer: providerViewSchema,
  handler: ({ actor, params, body }) => changeProvider(actor, params.id, body),
})

export const DELETE = memberRoute({
  summary: 'Take a model provider away',
  permission: 'provider.manage',
  params,
  answer: null,
  handler: ({ actor, params }) => deleteProvider(actor, params.id),
})
