import { z } from 'zod'
import { makeResetLink, resetLinkSchema } from '@/lib/services/accounts/reset-password'
import { userParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'

export const POST = memberRoute({
  summary: 'Make a link with which a member sets a new password',
  permission: 'member.manage',
  params: z.object({ id: userParam }),
  answer: resetLinkSchema,
  status: 201,
  handler: ({ actor, params }) => makeResetLink(actor, params.id),
})
