import { pageOf, tokenViewSchema } from '@/lib/policy/views/workspace-views'
import { memberRoute } from '@/lib/services/http/route'
import { createToken, listTokens, newTokenSchema, tokenFields } from '@/lib/services/tokens/tokens'

export const GET = memberRoute({
  summary: 'List API tokens',
  permission: 'token.read',
  answer: pageOf(tokenViewSchema),
  handler: ({ actor }) => listTokens(actor),
})

export const POST = memberRoute({
  summary: 'Make an API token, shown this once',
  permission: 'token.create',
  body: tokenFields,
  answer: newTokenSchema,
  status: 201,
  handler: ({ actor, body }) => createToken(actor, body),
})
