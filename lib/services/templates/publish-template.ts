import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { findTemplate } from '@/db/queries/system/templates'
import { listTemplatesOf, putTemplate } from '@/db/queries/templates'
import { findVersion } from '@/db/queries/workflows/versions'
import { actionCatalog } from '@/lib/connectors/index'
import type { TemplateId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import { effectsOf } from '@/lib/policy/effects-of'
import type { TemplateView } from '@/lib/policy/views/workspace-views'
import { recordAudit } from '@/lib/services/audit/record-audit'
import { notFound } from '@/lib/services/http/not-found'
import { workflowParam } from '@/lib/services/http/params'
import { workflowIn } from '@/lib/services/workflows/versions'
import { workflowDescriptionField, workflowNameField } from '@/lib/services/workflows/workflow-fields'
import { toTemplate } from '@/lib/workflow/export/template'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import { toTemplateView } from './template-view'

export const newTemplateFields = z.strictObject({
  workflow: workflowParam,
  name: workflowNameField.optional(),
  description: workflowDescriptionField.optional(),
  category: z.string().trim().min(1, 'Choose a category.').max(60).optional(),
})

/**
 * Shares a workflow in the catalog: its live version, or its draft while nothing is live. Its connections become
 * named slots, and people become roles: a template holds nothing that belongs to its workspace alone. Shared again by
 * someone who may take it out of the catalog, the template is brought up to date and keeps its address.
 */
export async function publishTemplate(
  actor: Actor,
  fields: z.infer<typeof newTemplateFields>,
): Promise<TemplateView> {
  authorize(actor, 'template.publish')
  const { workspaceId } = actor
  return database().db.transaction(async (tx) => {
    const workflow = await workflowIn(tx, actor, fields.workflow)
    const live =
      workflow.liveVersionId === null
        ? undefined
        : await findVersion(tx, { workspaceId, workflowId: workflow.id, version: workflow.liveVersionId })
    const source = upgradeDocument(live?.document ?? workflow.draft)
    const { document, slots } = toTemplate(source, actionCatalog)
    const uses = effectsOf(document, actionCatalog)
    const shared = (await listTemplatesOf(tx, { workspaceId, workflowId: workflow.id })).find((each) =>
      may(actor, 'template.delete', { workspaceId, ownerId: each.publishedBy }),
    )
    const id = shared?.id ?? newId<TemplateId>('tpl')
    const name = fields.name ?? workflow.name
    await putTemplate(tx, {
      id,
      workspaceId,
      workflowId: workflow.id,
      name,
      description: fields.description || shared?.description || workflow.description,
      category: fields.category ?? 'Other',
      document,
      slots: slots.map(({ key, connector, title, nodes }) => ({
        key,
        connector,
        label: title,
        actions: [
          ...new Set(
            uses
              .filter(({ node, action }) => nodes.includes(node.id) && action.id.startsWith(`${connector}.`))
              .map(({ action }) => action.id),
          ),
        ],
      })),
      publishedBy: actor.userId,
    })
    await recordAudit(tx, actor, {
      action: shared ? 'template.update' : 'template.publish',
      subject: { type: 'template', id, name },
      detail: { workflow: workflow.id },
    })
    const row = await findTemplate(tx, id)
    if (!row) throw notFound('template')
    return toTemplateView(row)
  })
}
