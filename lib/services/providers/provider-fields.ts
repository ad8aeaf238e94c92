import { z } from 'zod'
import { modelPriceSchema } from '@/lib/policy/views/workspace-views'
import { baseUrlField } from '@/lib/services/connections/connection-fields'

const fields = {
  name: z.string().trim().min(1, 'Write a name for the provider.').max(80, 'Use at most 80 characters.'),
  /** With its version part, as OpenAI clients are given it. */
  baseUrl: baseUrlField,
  api: z.enum(['responses', 'chat']),
  apiKey: z.string().trim().min(1).max(1_000),
  defaultModel: z.string().trim().min(1, 'Write the name of a model.').max(200),
  isDefault: z.boolean(),
  allowPrivate: z.boolean(),
  prices: z.array(modelPriceSchema).max(200),
}

export const newProviderFields = z.strictObject({
  ...fields,
  apiKey: fields.apiKey.optional(),
  api: fields.api.default('responses'),
  isDefault: fields.isDefault.optional(),
  allowPrivate: fields.allowPrivate.optional(),
  prices: fields.prices.optional(),
})

/** A key goes in and never comes out; `null` takes it away. */
export const providerChanges = z.strictObject({
  name: fields.name.optional(),
  baseUrl: fields.baseUrl.optional(),
  api: fields.api.optional(),
  apiKey: fields.apiKey.nullable().optional(),
  defaultModel: fields.defaultModel.optional(),
  isDefault: z.literal(true).optional(),
  allowPrivate: fields.allowPrivate.optional(),
  prices: fields.prices.optional(),
})
