import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { findUser, renameUser, replacePassword } from '@/db/queries/system/users'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { HandrailError } from '@/lib/core/errors'
import { recordAccountEvent } from '@/lib/services/audit/record-account-event'
import type { Caller } from '@/lib/services/session/actor-from-request'
import type { SignedInUser } from '@/lib/services/session/check-session'
import { passwordField, personNameField } from './account-fields'

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  hasPassword: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>

/** The signed-in person's own account. A token acts in a workspace and has no account to show. */
export async function getAccount(caller: Caller): Promise<Account> {
  const { id, name, email, hasPassword } = personOf(caller)
  return { id, name, email, hasPassword }
}

export const accountChanges = z.strictObject({ name: personNameField })

export async function changeAccount(
  caller: Caller,
  { name }: z.infer<typeof accountChanges>,
): Promise<Account> {
  const { id, email, hasPassword } = personOf(caller)
  await renameUser(database().db, { userId: id, name })
  return { id, name, email, hasPassword }
}

export const passwordChange = z.strictObject({
  /** Left out by those who have none yet. */
  currentPassword: z.string().max(1_000).optional(),
  newPassword: passwordField,
})

/** Changes the password. Every other session of the person ends; the answer carries what keeps this one going. */
export async function changePassword(
  caller: Caller,
  { currentPassword = '', newPassword }: z.infer<typeof passwordChange>,
): Promise<{ sessionVersion: number }> {
  const person = personOf(caller)
  const { id } = person
  const { db } = database()
  const user = await findUser(db, id)
  if (user?.passwordHash && !(await verifyPassword(user.passwordHash, currentPassword))) {
    throw new HandrailError({
      code: 'invalid_input',
      who: 'user',
      retry: 'no',
      message: 'The current password is not right. Write it again.',
      field: 'currentPassword',
    })
  }
  const passwordHash = await hashPassword(newPassword)
  return db.transaction(async (tx) => {
    const sessionVersion = await replacePassword(tx, { userId: id, passwordHash })
    await recordAccountEvent(tx, person, 'account.password')
    return { sessionVersion: sessionVersion ?? 0 }
  })
}

function personOf(caller: Caller): SignedInUser {
  if (caller.kind === 'session') return caller.user
  throw new HandrailError({
    code: 'forbidden',
    who: 'user',
    retry: 'no',
    message: 'A token cannot see or change an account. Sign in and do it there.',
  })
}
