import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { sessionCookieName } from '@/lib/auth/session-token'
import { type SignedInUser, userOfCookie } from './check-session'

/** Who is looking at this page, or `null`. For server components; asked once per request. */
export const currentUser: () => Promise<SignedInUser | null> = cache(async () => {
  const jar = await cookies()
  return userOfCookie(jar.get(sessionCookieName())?.value)
})
