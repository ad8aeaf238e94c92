import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { listMemberships } from '@/db/queries/system/memberships'
import { workspaceViewSchema } from '@/lib/policy/views/workspace-views'
import type { Caller } from './actor-from-request'

export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  workspaces: z.array(workspaceViewSchema),
})

export type Me = z.infer<typeof meSchema>

/** Who calls, and where they are members. A token knows its own workspace alone. */
export async function me(caller: Caller): Promise<Me> {
  const id = caller.kind === 'token' ? caller.actor.userId : caller.user.id
  const memberships = await listMemberships(database().db, { userId: id })
  return {
    id,
    name: caller.kind === 'token' ? caller.actor.name : caller.user.name,
    email: caller.kind === 'token' ? caller.email : caller.user.email,
    workspaces:
      caller.kind === 'token'
        ? memberships.filter((workspace) => workspace.id === caller.actor.workspaceId)
        : memberships,
  }
}
