import { newSessionCookie } from '@/lib/auth/session-token'
import { changePassword, passwordChange } from '@/lib/services/accounts/account'
import { userRoute } from '@/lib/services/http/route'

export const POST = userRoute({
  summary: 'Change my password; my other sessions end',
  body: passwordChange,
  answer: null,
  handler: async ({ caller, body }) => {
    const { sessionVersion } = await changePassword(caller, body)
    if (caller.kind !== 'session') return undefined
    const cookie = await newSessionCookie({ id: caller.user.id, sessionVersion })
    return new Response(null, { status: 204, headers: { 'set-cookie': cookie } })
  },
})
