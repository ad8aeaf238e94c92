import 'server-only'
import { database } from '@/db/client'
import { decodeCursor, toPage } from '@/db/queries/page'
import { findTemplate, listTemplates as listRows } from '@/db/queries/system/templates'
import { removeTemplate } from '@/db/queries/templates'
import type { TemplateId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import type { Page, TemplateSummary, TemplateView } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { toTemplateSummary, toTemplateView } from './template-view'

export type TemplateListing = {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
  readonly search?: string | undefined
  readonly category?: string | undefined
}

/** The catalog of the installation, the newest first: what one workspace shares, members of all can install. */
export async function listTemplates(
  actor: Actor,
  { cursor, limit = 50, search, category }: TemplateListing = {},
): Promise<Page<TemplateSummary>> {
  authorize(actor, 'template.read')
  const rows = await listRows(database().db, {
    cursor: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
    search: search?.trim() || undefined,
    category,
  })
  return toPage(rows, {
    limit,
    cursorOf: (row) => ({ at: row.createdAt, id: row.id }),
    view: toTemplateSummary,
  })
}

/** A template opened: its document and the slots to fill. */
export async function getTemplate(actor: Actor, id: TemplateId): Promise<TemplateView> {
  authorize(actor, 'template.read')
  const row = await findTemplate(database().db, id)
  if (!row) throw notFound('template')
  return toTemplateView(row)
}

/** Takes a template out of the catalog: by who published it, or an admin of the workspace that it came from. */
export async function deleteTemplate(actor: Actor, templateId: TemplateId): Promise<void> {
  await database().db.transaction(async (tx) => {
    const row = await findTemplate(tx, templateId)
    if (!row) throw notFound('template')
    authorize(actor, 'template.delete', { workspaceId: row.workspaceId, ownerId: row.publishedBy })
    await removeTemplate(tx, { workspaceId: actor.workspaceId, templateId })
    await recordAudit(tx, actor, {
      action: 'template.delete',
      subject: { type: 'template', id: templateId, name: row.name },
    })
  })
}
