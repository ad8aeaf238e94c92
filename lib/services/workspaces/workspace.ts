import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { findWorkspace, updateWorkspace, type WorkspaceRow } from '@/db/queries/workspaces'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { WorkspaceView } from '@/lib/policy/views/workspace-views'
import { workspacePolicySchema } from '@/lib/policy/workspace-policy'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { workspaceNameField } from './create-workspace'

/** The actor's workspace. */
export async function getWorkspace(actor: Actor): Promise<WorkspaceView> {
  authorize(actor, 'workspace.read')
  return toView(await findWorkspace(database().db, actor), actor)
}

export const workspaceChanges = z.strictObject({
  name: workspaceNameField.optional(),
  policy: workspacePolicySchema.optional(),
})

/** Renames the workspace or changes its policy. The slug stays, so that links keep working. */
export async function changeWorkspace(
  actor: Actor,
  changes: z.infer<typeof workspaceChanges>,
): Promise<WorkspaceView> {
  if (changes.name !== undefined) authorize(actor, 'workspace.rename')
  if (changes.policy !== undefined) authorize(actor, 'workspace.policy')
  return database().db.transaction(async (tx) => {
    const before = await findWorkspace(tx, actor)
    if (!changes.name && !changes.policy) return toView(before, actor)
    const after = await updateWorkspace(tx, {
      workspaceId: actor.workspaceId,
      ...(changes.name === undefined ? {} : { name: changes.name }),
      ...(changes.policy === undefined ? {} : { policy: changes.policy }),
    })
    await recordAudit(tx, actor, {
      action: changes.policy ? 'workspace.policy' : 'workspace.rename',
      subject: { type: 'workspace', id: actor.workspaceId, name: after?.name ?? null },
      detail: {
        before: { name: before?.name ?? null, policy: before?.policy ?? null },
        after: { name: after?.name ?? null, policy: after?.policy ?? null },
      },
    })
    return toView(after, actor)
  })
}

function toView(row: WorkspaceRow | undefined, actor: Actor): WorkspaceView {
  if (!row) {
    throw new HandrailError({
      code: 'not_found',
      who: 'user',
      retry: 'no',
      message: 'This workspace is no longer there. Choose another.',
    })
  }
  const { id, name, slug, practice, policy } = row
  return { id, name, slug, practice, policy: workspacePolicySchema.parse(policy), role: actor.role }
}
