import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import {
  findOpenInvitation,
  joinWorkspace,
  type OpenInvitation,
  spendInvitation,
} from '@/db/queries/system/invitations'
import { findUserByEmail, insertUser } from '@/db/queries/system/users'
import { hashPassword } from '@/lib/auth/password'
import { HandrailError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { roles, scopes } from '@/lib/policy/actor'
import { passwordField, personNameField } from '@/lib/services/accounts/account-fields'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { digestOf } from '@/lib/services/secrets/digest'
import type { SignedInUser } from '@/lib/services/session/check-session'

const invitationOfferSchema = z.object({
  email: z.string(),
  role: z.enum(roles),
  workspace: z.string(),
  invitedBy: z.string().nullable(),
  /** Has this address an account here? Then its owner signs in and joins; otherwise they make one. */
  hasAccount: z.boolean(),
})
export type InvitationOffer = z.infer<typeof invitationOfferSchema>

/** What a link offers; `null` when it was used, taken back or is over. */
export async function readInvitation(token: string): Promise<InvitationOffer | null> {
  const { db } = database()
  const invitation = await findOpenInvitation(db, digestOf(token))
  if (!invitation) return null
  return {
    email: invitation.email,
    role: invitation.role,
    workspace: invitation.workspaceName,
    invitedBy: invitation.inviterName,
    hasAccount: (await findUserByEmail(db, invitation.email)) !== undefined,
  }
}

export const acceptanceFields = z.strictObject({
  token: z.string().min(1).max(200),
  /** For those who have no account yet. */
  name: personNameField.optional(),
  password: passwordField.optional(),
})

export const acceptedSchema = z.object({ workspace: z.string(), email: z.string() })
export type Accepted = z.infer<typeof acceptedSchema>

/**
 * Accepts an invitation, once. Whoever has no account makes one with the address that was invited; whoever has one
 * must be signed in to it: a link alone never opens an account that exists.
 */
export async function acceptInvitation(
  { token, name, password }: z.infer<typeof acceptanceFields>,
  present: SignedInUser | null,
): Promise<Accepted> {
  // Hashing is dear: a link that does not work is turned away before it.
  if (!(await readInvitation(token))) throw over()
  const passwordHash = password === undefined ? null : await hashPassword(password)
  return database().db.transaction(async (tx) => {
    const invitation = await findOpenInvitation(tx, digestOf(token))
    if (!invitation) throw over()
    const person = await personFor(tx, invitation, { present, name, passwordHash })
    if (!(await spendInvitation(tx, invitation.id))) throw over()
    const { workspaceId, role } = invitation
    await joinWorkspace(tx, { workspaceId, userId: person.id, role })
    await recordAudit(
      tx,
      { userId: person.id, workspaceId, role, name: person.name, via: 'session', scopes },
      {
        action: 'member.join',
        subject: { type: 'member', id: person.id, name: invitation.email },
        detail: { role },
      },
    )
    return { workspace: invitation.workspaceSlug, email: invitation.email }
  })
}

async function personFor(
  tx: Database,
  { email }: OpenInvitation,
  given: { present: SignedInUser | null; name: string | undefined; passwordHash: string | null },
): Promise<{ id: UserId; name: string }> {
  const { present, name, passwordHash } = given
  if (present?.email === email) return present
  if (await findUserByEmail(tx, email)) {
    throw refusal(
      'forbidden',
      present
        ? `This invitation is for ${email}. Sign out, sign in with that account and open the link again.`
        : `There is an account for ${email}. Sign in to it and open the link again.`,
    )
  }
  if (name === undefined || passwordHash === null) {
    throw refusal('invalid_input', 'Write your name and choose a password.')
  }
  const id = newId<UserId>('usr')
  await insertUser(tx, { id, email, name, passwordHash })
  return { id, name }
}

function over(): HandrailError {
  return refusal(
    'not_found',
    'This invitation does not work any more: it was used, taken back, or is older than a day. Ask for a new one.',
  )
}

function refusal(code: 'forbidden' | 'invalid_input' | 'not_found', message: string): HandrailError {
  return new HandrailError({ code, who: 'user', retry: 'no', message })
}
