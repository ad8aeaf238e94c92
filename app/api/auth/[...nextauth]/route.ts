import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options'
import { shareAddressWithNextAuth } from '@/lib/env'
import { noteSignIn } from '@/lib/services/audit/record-account-event'
import { checkSession, sessionCookieOf, userOfCookie } from '@/lib/services/session/check-session'
import { endSession } from '@/lib/services/session/end-session'
import { signInWithIdentity } from '@/lib/services/sign-in/sign-in-with-identity'
import { signInWithPassword } from '@/lib/services/sign-in/sign-in-with-password'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handler(request: Request, context: Context): Promise<Response> {
  shareAddressWithNextAuth()
  const options = authOptions({
    signInWithPassword,
    checkSession,
    endSession,
    noteSignIn,
    signInWithIdentity: async (identity) =>
      signInWithIdentity(identity, await userOfCookie(sessionCookieOf(request))),
  })
  const response: Response = await NextAuth(options)(request, context)
  response.headers.set('cache-control', 'no-store')
  return response
}

export { handler as GET, handler as POST }
