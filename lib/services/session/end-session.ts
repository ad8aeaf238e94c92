import 'server-only'
import { database } from '@/db/client'
import { endSession as endRow } from '@/db/queries/system/users'
import { absoluteSeconds, type SessionClaims } from '@/lib/auth/session-token'

/** Ends one session for good. The person's others go on. */
export async function endSession({ userId, sessionId, signedInAt }: SessionClaims): Promise<void> {
  const forgetAt = new Date((signedInAt + absoluteSeconds) * 1000)
  await endRow(database().db, { userId, sessionId, forgetAt })
}
