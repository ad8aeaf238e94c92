import 'server-only'
import { database } from '@/db/client'
import { listMembers as listRows, type MemberRow } from '@/db/queries/members'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { MemberView, Page } from '@/lib/policy/views/workspace-views'

/** Everyone in the workspace, in the order in which they joined. */
export async function listMembers(actor: Actor): Promise<Page<MemberView>> {
  authorize(actor, 'member.read')
  const rows = await listRows(database().db, actor)
  return { items: rows.map(toMemberView), next: null }
}

export function toMemberView(row: MemberRow): MemberView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    disabled: row.disabledAt !== null,
    joinedAt: row.createdAt.toISOString(),
  }
}
