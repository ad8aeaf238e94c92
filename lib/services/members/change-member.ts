import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import {
  countOwners,
  deleteMember,
  findMember,
  lockMembers,
  type MemberRow,
  updateMember,
} from '@/db/queries/members'
import { HandrailError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { type Actor, roles } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { MemberView } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { toMemberView } from './list-members'

export const memberChanges = z.strictObject({
  role: z.enum(roles).optional(),
  disabled: z.boolean().optional(),
})

/**
 * Changes a member's role, or shuts them out and lets them in again. Nobody changes their own; only owners make and
 * unmake owners; one owner always stays. It counts from the member's next request on.
 */
export async function changeMember(
  actor: Actor,
  userId: UserId,
  changes: z.infer<typeof memberChanges>,
): Promise<MemberView> {
  authorize(actor, 'member.manage')
  return database().db.transaction(async (tx) => {
    const before = await memberToChange(tx, actor, userId, changes.role === 'owner')
    await updateMember(tx, {
      workspaceId: actor.workspaceId,
      userId,
      ...(changes.role === undefined ? {} : { role: changes.role }),
      ...(changes.disabled === undefined ? {} : { disabled: changes.disabled }),
    })
    await keepAnOwner(tx, actor)
    const after = await findMember(tx, { workspaceId: actor.workspaceId, userId })
    if (!after) throw notFound('member')
    await recordAudit(tx, actor, {
      action: changes.role === undefined ? 'member.disable' : 'member.role',
      subject: { type: 'member', id: userId, name: before.email },
      detail: { before: factsOf(before), after: factsOf(after) },
    })
    return toMemberView(after)
  })
}

/** Takes someone out of the workspace; what they made stays. People may leave by themselves. */
export async function removeMember(actor: Actor, userId: UserId): Promise<void> {
  authorize(actor, userId === actor.userId ? 'member.leave' : 'member.manage')
  await database().db.transaction(async (tx) => {
    const before =
      userId === actor.userId
        ? await memberIn(tx, actor, userId)
        : await memberToChange(tx, actor, userId, false)
    await deleteMember(tx, { workspaceId: actor.workspaceId, userId })
    await keepAnOwner(tx, actor)
    await recordAudit(tx, actor, {
      action: 'member.remove',
      subject: { type: 'member', id: userId, name: before.email },
      detail: { before: factsOf(before) },
    })
  })
}

async function memberIn(tx: Database, actor: Actor, userId: UserId): Promise<MemberRow> {
  await lockMembers(tx, actor)
  const member = await findMember(tx, { workspaceId: actor.workspaceId, userId })
  if (!member) throw notFound('member')
  return member
}

async function memberToChange(
  tx: Database,
  actor: Actor,
  userId: UserId,
  makesOwner: boolean,
): Promise<MemberRow> {
  const member = await memberIn(tx, actor, userId)
  if (userId === actor.userId) {
    throw refusal('forbidden', 'You may not change your own role. Ask another owner or admin.')
  }
  if (makesOwner || member.role === 'owner') authorize(actor, 'member.grant_owner')
  return member
}

async function keepAnOwner(tx: Database, actor: Actor): Promise<void> {
  if ((await countOwners(tx, actor)) > 0) return
  throw refusal('conflict', 'A workspace keeps at least one owner. Make someone else an owner first.')
}

function factsOf(member: MemberRow) {
  return { role: member.role, disabled: member.disabledAt !== null }
}

function refusal(code: 'forbidden' | 'conflict', message: string): HandrailError {
  return new HandrailError({ code, who: 'user', retry: 'no', message })
}
