import 'server-only'
import { database } from '@/db/client'
import { insertAuditEntry } from '@/db/queries/audit'
import { listMemberships } from '@/db/queries/system/memberships'
import type { SessionUser } from '@/lib/auth/options'

/** Writes a sign-in into the audit log of each workspace that it opens. */
export async function noteSignIn(user: SessionUser): Promise<void> {
  const { db } = database()
  for (const workspace of await listMemberships(db, { userId: user.id })) {
    await insertAuditEntry(db, {
      workspaceId: workspace.id,
      userId: user.id,
      actorName: user.name,
      via: 'session',
      action: 'session.sign_in',
      subjectType: 'member',
      subjectId: user.id,
      subjectName: user.email,
      detail: {},
    })
  }
}
