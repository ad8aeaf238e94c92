import { pageOf, providerViewSchema } from '@/lib/policy/views/workspace-views'
import { memberRoute } from '@/lib/services/http/route'
import { createProvider } from '@/lib/services/providers/change-provider'
import { listProviders } from '@/lib/services/providers/list-providers'
import { newProviderFields } from '@/lib/services/providers/provider-fields'

export const GET = memberRoute({
  summary: 'List model providers',
  permission: 'provider.read',
  answer: pageOf(providerViewSchema),
  handler: ({ actor }) => listProviders(actor),
})

export const POST = memberRoute({
  summary: 'Add a model provider',
  permission: 'provider.manage',
  body: newProviderFields,
  answer: providerViewSchema,
  status: 201,
  handler: ({ actor, body }) => createProvider(actor, body),
})
