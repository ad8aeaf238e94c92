import { z } from 'zod'
import { tokenParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { revokeToken } from '@/lib/services/tokens/tokens'

export const DELETE = memberRoute({
  summary: 'Revoke an API token',
  permission: 'token.revoke',
  params: z.object({ id: tokenParam }),
  answer: null,
  handler: ({ actor, params }) => revokeToken(actor, params.id),
})
