import 'server-only'
import type { z } from 'zod'
import { type Database, database } from '@/db/client'
import {
  findVersion,
  listVersions as listRows,
  type VersionWithDocument,
} from '@/db/queries/workflows/versions'
import { findWorkflow, type WorkflowRow } from '@/db/queries/workflows/workflow-row'
import { isId, type VersionId, type WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page } from '@/lib/policy/views/workspace-views'
import { notFound } from '@/lib/services/http/not-found'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import type { VersionView, versionWithDocumentSchema } from '@/lib/workflow/views/workflow-view'
import { toVersionView } from './workflow-view'

/** The published versions of a workflow, the newest first. `before` is the number from which older ones follow. */
export async function listVersions(
  actor: Actor,
  workflowId: WorkflowId,
  { before, limit = 50 }: { before?: number | undefined; limit?: number | undefined } = {},
): Promise<Page<VersionView>> {
  authorize(actor, 'workflow.read')
  const { db } = database()
  const workflow = await workflowIn(db, actor, workflowId)
  const rows = await listRows(db, {
    workspaceId: actor.workspaceId,
    workflowId,
    below: before ?? null,
    limit: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)?.number
  return {
    items: shown.map((row) => toVersionView(row, workflow.liveVersionId)),
    next: rows.length > limit && last ? String(last) : null,
  }
}

export type VersionWithDocumentView = z.infer<typeof versionWithDocumentSchema>

/** One version with its document; also a draft that was frozen for a test, by its id. */
export async function getVersion(
  actor: Actor,
  workflowId: WorkflowId,
  version: string | number,
): Promise<VersionWithDocumentView> {
  authorize(actor, 'workflow.read')
  const { db } = database()
  const workflow = await workflowIn(db, actor, workflowId)
  const row = await versionIn(db, actor, workflowId, version)
  return {
    ...toVersionView(row, workflow.liveVersionId),
    document: upgradeDocument(row.document),
  }
}

/** The workflow, if it is in the actor’s workspace; else `not_found`. */
export async function workflowIn(db: Database, actor: Actor, workflowId: WorkflowId): Promise<WorkflowRow> {
  const workflow = await findWorkflow(db, { workspaceId: actor.workspaceId, workflowId })
  if (!workflow) throw notFound('workflow')
  return workflow
}

export async function versionIn(
  db: Database,
  actor: Actor,
  workflowId: WorkflowId,
  version: string | number,
): Promise<VersionWithDocument> {
  const wanted = typeof version === 'number' || isId<VersionId>('ver', version) ? version : undefined
  const row =
    wanted === undefined
      ? undefined
      : await findVersion(db, { workspaceId: actor.workspaceId, workflowId, version: wanted })
  if (!row) throw notFound('version')
  return row
}
