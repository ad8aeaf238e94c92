import { z } from 'zod'
import { providerParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { listModels, modelsSchema } from '@/lib/services/providers/list-models'

export const GET = memberRoute({
  summary: 'Ask a provider which models it has',
  permission: 'provider.manage',
  params: z.object({ id: providerParam }),
  answer: modelsSchema,
  handler: ({ actor, params }) => listModels(actor, params.id),
})
