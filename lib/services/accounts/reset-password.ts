import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { findMember } from '@/db/queries/members'
import { findReset, insertReset, spendReset } from '@/db/queries/system/invitations'
import { replacePassword } from '@/db/queries/system/users'
import { hashPassword } from '@/lib/auth/password'
import { HandrailError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { recordAccountEvent } from '@/lib/services/audit/record-account-event'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { digestOf, newSecret } from '@/lib/services/secrets/digest'
import { passwordField } from './account-fields'
import { hasAuthorityOver } from './has-authority-over'

const lifeMs = 24 * 60 * 60 * 1000

export const resetLinkSchema = z.object({ link: z.string(), expiresAt: z.iso.datetime() })
export type ResetLink = z.infer<typeof resetLinkSchema>

/**
 * Makes a link with which a member sets a new password: once, within a day. It opens the whole account, so an admin
 * may make one only for those over whom they stand in every workspace that the member belongs to.
 */
export async function makeResetLink(actor: Actor, userId: UserId): Promise<ResetLink> {
  authorize(actor, 'member.manage')
  return database().db.transaction(async (tx) => {
    const member = await findMember(tx, { workspaceId: actor.workspaceId, userId })
    if (!member) throw notFound('member')
    if (member.role === 'owner') authorize(actor, 'member.grant_owner')
    if (!(await hasAuthorityOver(tx, actor, userId))) {
      throw new HandrailError({
        code: 'forbidden',
        who: 'user',
        retry: 'no',
        message:
          'This person is also in a workspace where you are no admin, so you may not open their account. They can change their password under Account.',
      })
    }
    const token = newSecret()
    const expiresAt = new Date(Date.now() + lifeMs)
    await insertReset(tx, { tokenHash: digestOf(token), userId, createdBy: actor.userId, expiresAt })
    await recordAudit(tx, actor, {
      action: 'member.reset_link',
      subject: { type: 'member', id: userId, name: member.email },
    })
    return { link: `${env().HANDRAIL_URL}/reset/${token}`, expiresAt: expiresAt.toISOString() }
  })
}

export type ResetOffer = { readonly email: string; readonly name: string }

/** Whose password a link sets; `null` when it was used or is over. */
export async function readReset(token: string): Promise<ResetOffer | null> {
  const reset = await findReset(database().db, digestOf(token))
  return reset ? { email: reset.email, name: reset.name } : null
}

export const resetFields = z.strictObject({ token: z.string().min(1).max(200), password: passwordField })

/** Sets the password that a link is for, and ends every session of that person. */
export async function resetPassword({
  token,
  password,
}: z.infer<typeof resetFields>): Promise<{ email: string }> {
  // Hashing is dear: a link that does not work is turned away before it.
  if (!(await readReset(token))) throw over()
  const passwordHash = await hashPassword(password)
  return database().db.transaction(async (tx) => {
    const reset = await findReset(tx, digestOf(token))
    const userId = reset && (await spendReset(tx, digestOf(token)))
    if (!reset || !userId) {
      throw over()
    }
    await replacePassword(tx, { userId, passwordHash })
    await recordAccountEvent(tx, { ...reset, id: userId }, 'account.password_reset')
    return { email: reset.email }
  })
}

function over(): HandrailError {
  return new HandrailError({
    code: 'not_found',
    who: 'user',
    retry: 'no',
    message:
      'This link does not work any more: it was used or is older than a day. Ask an admin for a new one.',
  })
}
