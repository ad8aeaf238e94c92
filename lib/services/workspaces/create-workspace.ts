import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { joinWorkspace } from '@/db/queries/system/invitations'
import { insertWorkspace } from '@/db/queries/system/workspaces'
import { HandrailError } from '@/lib/core/errors'
import type { WorkspaceId } from '@/lib/core/ids'
import { scopes } from '@/lib/policy/actor'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import { defaultPolicy } from '@/lib/policy/workspace-policy'
import { recordAudit } from '@/lib/services/audit/record-audit'
import type { Caller } from '@/lib/services/session/actor-from-request'

export const workspaceNameField = z
  .string()
  .trim()
  .min(1, 'Write a name for the workspace.')
  .max(80, 'Use at most 80 characters.')

export const workspaceFields = z.strictObject({ name: workspaceNameField })

/** Makes a workspace of which the signed-in person is the owner. Its slug follows from its name and stays. */
export async function createWorkspace(
  caller: Caller,
  { name }: z.infer<typeof workspaceFields>,
): Promise<WorkspaceView> {
  if (caller.kind === 'token') {
    throw new HandrailError({
      code: 'forbidden',
      who: 'user',
      retry: 'no',
      message: 'A token belongs to one workspace and cannot make another. Sign in and make it there.',
    })
  }
  const id = newId<WorkspaceId>('wsp')
  return database().db.transaction(async (tx) => {
    const slug = await addWithFreeSlug(tx, { id, name })
    await joinWorkspace(tx, { workspaceId: id, userId: caller.user.id, role: 'owner' })
    const owner = { userId: caller.user.id, workspaceId: id, name: caller.user.name, scopes }
    await recordAudit(
      tx,
      { ...owner, role: 'owner', via: 'session' },
      { action: 'workspace.create', subject: { type: 'workspace', id, name } },
    )
    return { id, name, slug, practice: false, role: 'owner', policy: defaultPolicy }
  })
}

async function addWithFreeSlug(
  tx: Database,
  { id, name }: { id: WorkspaceId; name: string },
): Promise<string> {
  const base = slugOf(name)
  for (let number = 1; number <= 50; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (await insertWorkspace(tx, { id, name, slug, practice: false, policy: defaultPolicy })) return slug
  }
  throw new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: 'Very many workspaces have this name already. Choose another.',
    field: 'name',
  })
}

function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return plain || 'workspace'
}
