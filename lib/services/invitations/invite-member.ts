import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import {
  type InvitationRow,
  insertInvitation,
  listInvitations as listRows,
  revokeInvitations,
} from '@/db/queries/invitations'
import { listMembers } from '@/db/queries/members'
import { HandrailError } from '@/lib/core/errors'
import type { InvitationId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import { type Actor, roles } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { type InvitationView, invitationViewSchema, type Page } from '@/lib/policy/views/workspace-views'
import { emailField } from '@/lib/services/accounts/account-fields'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { digestOf, newSecret } from '@/lib/services/secrets/digest'

const lifeMs = 24 * 60 * 60 * 1000

export const invitationFields = z.strictObject({ email: emailField, role: z.enum(roles) })

export const newInvitationSchema = invitationViewSchema.extend({ link: z.string() })
export type NewInvitation = z.infer<typeof newInvitationSchema>

/**
 * Invites an address into the workspace. The link works once, for a day, and for that address alone; it is in this
 * answer and nowhere else. An earlier open invitation to the same address stops working.
 */
export async function inviteMember(
  actor: Actor,
  { email, role }: z.infer<typeof invitationFields>,
): Promise<NewInvitation> {
  authorize(actor, 'member.manage')
  if (role === 'owner') authorize(actor, 'member.grant_owner')
  const token = newSecret()
  const id = newId<InvitationId>('inv')
  const expiresAt = new Date(Date.now() + lifeMs)
  return database().db.transaction(async (tx) => {
    const members = await listMembers(tx, actor)
    if (members.some((member) => member.email === email)) {
      throw new HandrailError({
        code: 'conflict',
        who: 'user',
        retry: 'no',
        message: `${email} is a member already. Change their role in the list instead.`,
        field: 'email',
      })
    }
    await revokeInvitations(tx, { workspaceId: actor.workspaceId, email })
    await insertInvitation(tx, {
      id,
      workspaceId: actor.workspaceId,
      email,
      role,
      tokenHash: digestOf(token),
      invitedBy: actor.userId,
      expiresAt,
    })
    await recordAudit(tx, actor, {
      action: 'member.invite',
      subject: { type: 'invitation', id, name: email },
      detail: { role },
    })
    return {
      id,
      email,
      role,
      invitedBy: { id: actor.userId, name: actor.name },
      expiresAt: expiresAt.toISOString(),
      link: `${env().HANDRAIL_URL}/invite/${token}`,
    }
  })
}

/** The invitations that are still open. Their links are not shown again. */
export async function listInvitations(actor: Actor): Promise<Page<InvitationView>> {
  authorize(actor, 'member.manage')
  const rows = await listRows(database().db, actor)
  return { items: rows.map(toView), next: null }
}

/** Takes an invitation back: its link stops working. */
export async function revokeInvitation(actor: Actor, invitationId: InvitationId): Promise<void> {
  authorize(actor, 'member.manage')
  await database().db.transaction(async (tx) => {
    const [revoked] = await revokeInvitations(tx, { workspaceId: actor.workspaceId, invitationId })
    if (!revoked) throw notFound('invitation')
    await recordAudit(tx, actor, {
      action: 'member.uninvite',
      subject: { type: 'invitation', id: revoked.id, name: revoked.email },
    })
  })
}

function toView({ id, email, role, expiresAt, invitedBy, inviterName }: InvitationRow): InvitationView {
  return {
    id,
    email,
    role,
    expiresAt: expiresAt.toISOString(),
    invitedBy: invitedBy === null || inviterName === null ? null : { id: invitedBy, name: inviterName },
  }
}
