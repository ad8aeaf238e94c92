import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { claimOnce } from '@/db/queries/system/installation'
import { joinWorkspace } from '@/db/queries/system/invitations'
import { insertUser } from '@/db/queries/system/users'
import { insertWorkspace } from '@/db/queries/system/workspaces'
import { hashPassword } from '@/lib/auth/password'
import { HandrailError } from '@/lib/core/errors'
import type { UserId, WorkspaceId } from '@/lib/core/ids'
import { type Actor, scopes } from '@/lib/policy/actor'
import { defaultPolicy } from '@/lib/policy/workspace-policy'
import { emailField, passwordField, personNameField } from '@/lib/services/accounts/account-fields'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { isSetUp, ownerClaim } from './is-set-up'
import { seedPractice } from './seed-practice'

export const ownerFields = z.strictObject({
  name: personNameField,
  email: emailField,
  password: passwordField,
})

/**
 * Makes the first owner and the practice workspace. It succeeds once in the life of an installation, however many
 * visitors try at the same moment; afterwards it throws `conflict`.
 */
export async function createOwner(
  fields: z.infer<typeof ownerFields>,
  also: (tx: Database, owner: Actor) => Promise<void> = async () => {},
): Promise<Actor> {
  if (await isSetUp()) throw alreadySetUp()
  const passwordHash = await hashPassword(fields.password)
  return database().db.transaction(async (tx) => {
    if (!(await claimOnce(tx, ownerClaim))) throw alreadySetUp()
    const owner: Actor = {
      userId: newId<UserId>('usr'),
      workspaceId: newId<WorkspaceId>('wsp'),
      role: 'owner',
      name: fields.name,
      via: 'session',
      scopes,
    }
    await insertUser(tx, { id: owner.userId, email: fields.email, name: fields.name, passwordHash })
    await insertWorkspace(tx, {
      id: owner.workspaceId,
      name: 'Practice',
      slug: 'practice',
      practice: true,
      policy: defaultPolicy,
    })
    await joinWorkspace(tx, owner)
    await recordAudit(tx, owner, {
      action: 'installation.set_up',
      subject: { type: 'workspace', id: owner.workspaceId, name: 'Practice' },
    })
    await seedPractice(tx, owner)
    await also(tx, owner)
    return owner
  })
}

function alreadySetUp(): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: 'This Handrail has an owner already. Sign in, or ask them for an invitation.',
  })
}
