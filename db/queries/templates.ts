import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { TemplateId, UserId, WorkflowId, WorkspaceId } from '../../lib/core/ids'
import type { WorkflowDocument } from '../../lib/workflow/document'
import type { Database } from '../client'
import { type TemplateSlot, templates } from '../schema/workflows'

export type NewTemplate = {
  readonly id: TemplateId
  readonly workspaceId: WorkspaceId
  readonly workflowId: WorkflowId
  readonly name: string
  readonly description: string
  readonly category: string
  readonly document: WorkflowDocument
  readonly slots: readonly TemplateSlot[]
  readonly publishedBy: UserId
}

/** Puts a template into the catalog, or what is new of it in the place of what was there. */
export async function putTemplate(db: Database, template: NewTemplate): Promise<void> {
  const { id: _id, workspaceId: _workspace, workflowId: _workflow, ...content } = template
  await db
    .insert(templates)
    .values(template)
    .onConflictDoUpdate({
      target: templates.id,
      set: { ...content, createdAt: sql`now()` },
      setWhere: eq(templates.workspaceId, template.workspaceId),
    })
}

/** The templates that this workspace has in the catalog of one of its workflows, the newest first. */
export async function listTemplatesOf(
  db: Database,
  { workspaceId, workflowId }: { workspaceId: WorkspaceId; workflowId: WorkflowId },
) {
  return db
    .select({ id: templates.id, publishedBy: templates.publishedBy, description: templates.description })
    .from(templates)
    .where(
      and(
        eq(templates.workspaceId, workspaceId),
        eq(templates.workflowId, workflowId),
        isNull(templates.removedAt),
      ),
    )
    .orderBy(desc(templates.createdAt), desc(templates.id))
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
