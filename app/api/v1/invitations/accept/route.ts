import { openRoute } from '@/lib/services/http/route'
import {
  acceptanceFields,
  acceptedSchema,
  acceptInvitation,
} from '@/lib/services/invitations/accept-invitation'
import { sessionCookieOf, userOfCookie } from '@/lib/services/session/check-session'

export const POST = openRoute({
  summary: 'Accept an invitation: join with the account signed in, or make one',
  body: acceptanceFields,
  answer: acceptedSchema,
  status: 201,
  handler: async ({ body, request }) => acceptInvitation(body, await userOfCookie(sessionCookieOf(request))),
})
