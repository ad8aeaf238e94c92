import 'server-only'
import { database } from '@/db/client'
import { endSession as endRow, findUser } from '@/db/queries/system/users'
import { absoluteSeconds, type SessionClaims } from '@/lib/auth/session-token'
import { recordAccountEvent } from '@/lib/services/audit/record-account-event'

/** Ends one session for good, as the person who signs out asks. Their others go on. */
export async function endSession({ userId, sessionId, signedInAt }: SessionClaims): Promise<void> {
  const forgetAt = new Date((signedInAt + absoluteSeconds) * 1000)
  await database().db.transaction(async (tx) => {
    await endRow(tx, { userId, sessionId, forgetAt })
    const person = await findUser(tx, userId)
    if (person) await recordAccountEvent(tx, person, 'session.sign_out')
  })
}
