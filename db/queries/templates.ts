import { and, eq, isNull, sql } from 'drizzle-orm'
import type { TemplateId, UserId, WorkflowId, WorkspaceId } from '../../lib/core/ids'
import type { WorkflowDocument } from '../../lib/workflow/document'
import type { Database } from '../client'
import { type TemplateSlot, templates } from '../schema/workflows'

export async function insertTemplate(
  db: Database,
  template: {
    id: TemplateId
    workspaceId: WorkspaceId
    workflowId: WorkflowId
    name: string
    description: string
    category: string
    document: WorkflowDocument
    slots: readonly TemplateSlot[]
    publishedBy: UserId
  },
): Promise<void> {
  await db.insert(templates).values(template)
}

/** Takes a template of this workspace out of the catalog. Workflows made from it stay. */
export async function removeTemplate(
  db: Database,
  { workspaceId, templateId }: { workspaceId: WorkspaceId; templateId: TemplateId },
): Promise<void> {
  await db
    .update(templates)
    .set({ removedAt: sql`now()` })
    .where(
      and(eq(templates.workspaceId, workspaceId), eq(templates.id, templateId), isNull(templates.removedAt)),
    )
}
