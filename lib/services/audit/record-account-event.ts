import 'server-only'
import { type Database, database } from '@/db/client'
import { insertAuditEntry } from '@/db/queries/audit'
import { listMemberships } from '@/db/queries/system/memberships'
import type { UserId } from '@/lib/core/ids'
import { log } from '../log'

export type AccountEvent =
  | 'session.sign_in'
  | 'session.sign_in_failed'
  | 'session.sign_out'
  | 'account.password'
  | 'account.password_reset'

type Person = { readonly id: UserId; readonly name: string; readonly email: string }

/**
 * Writes what became of a person's account into the audit log of each workspace that it opens. A sign-in that failed is
 * nobody's doing: it says only whose account was tried.
 */
export async function recordAccountEvent(tx: Database, person: Person, action: AccountEvent): Promise<void> {
  const isTheirs = action !== 'session.sign_in_failed'
  for (const workspace of await listMemberships(tx, { userId: person.id })) {
    await insertAuditEntry(tx, {
      workspaceId: workspace.id,
      userId: isTheirs ? person.id : null,
      actorName: isTheirs ? person.name : 'Handrail',
      via: 'session',
      action,
      subjectType: 'member',
      subjectId: person.id,
      subjectName: person.email,
      detail: {},
    })
  }
}

/** Someone signed in. */
export function noteSignIn(person: Person): Promise<void> {
  return recordAccountEvent(database().db, person, 'session.sign_in')
}

/** The same for a sign-in that failed, without making its answer wait: the time it takes tells of no account. */
export function noteFailedSignIn(person: Person): void {
  recordAccountEvent(database().db, person, 'session.sign_in_failed').catch((error: unknown) =>
    log().warn({ err: error }, 'a failed sign-in is not in the audit log'),
  )
}
