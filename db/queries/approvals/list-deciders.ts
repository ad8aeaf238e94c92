import { and, eq, isNull } from 'drizzle-orm'
import type { WorkspaceId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { members, users } from '../../schema/identity'

/** Everyone who may act in the workspace now, with their roles: who could decide. */
export async function listDeciders(db: Database, { workspaceId }: { readonly workspaceId: WorkspaceId }) {
  return db
    .select({ userId: members.userId, name: users.name, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.disabledAt), isNull(users.disabledAt)))
}

export type Decider = Awaited<ReturnType<typeof listDeciders>>[number]
