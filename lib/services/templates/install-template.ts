import 'server-only'
import { z } from 'zod'
import { type Database, database } from '@/db/client'
import { listConnections } from '@/db/queries/connections'
import { countInstall, findTemplate, type TemplateRow } from '@/db/queries/system/templates'
import { HandrailError } from '@/lib/core/errors'
import type { TemplateId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { addWorkflow } from '@/lib/services/workflows/create-workflow'
import { readWorkflow } from '@/lib/services/workflows/get-workflow'
import { workflowNameField } from '@/lib/services/workflows/workflow-fields'
import { fromTemplate } from '@/lib/workflow/export/template'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'

export const installFields = z.strictObject({
  name: workflowNameField.optional(),
  /** Which connection of the installing workspace goes into which slot. A slot left out is asked for by the check. */
  connections: z.record(z.string().max(80), z.string().max(80)).optional(),
})

/** Makes a workflow of a template in the actor's workspace, as a draft: nothing runs until it is published there. */
export async function installTemplate(
  actor: Actor,
  templateId: TemplateId,
  { name, connections = {} }: z.infer<typeof installFields>,
): Promise<WorkflowView> {
  authorize(actor, 'template.install')
  return database().db.transaction(async (tx) => {
    const template = await findTemplate(tx, templateId)
    if (!template) throw notFound('template')
    await checkChoices(tx, actor, { template, connections })
    const workflowId = await addWorkflow(tx, actor, {
      name: name ?? template.name,
      description: template.description,
      draft: fromTemplate({ document: upgradeDocument(template.document) }, connections),
      action: 'template.install',
    })
    await countInstall(tx, templateId)
    return readWorkflow(tx, actor, workflowId)
  })
}

async function checkChoices(
  tx: Database,
  actor: Actor,
  { template, connections }: { template: TemplateRow; connections: Readonly<Record<string, string>> },
): Promise<void> {
  const rows = await listConnections(tx, actor)
  for (const [key, id] of Object.entries(connections)) {
    const slot = template.slots.find((each) => each.key === key)
    if (!slot) throw wrong(key, `This template has no slot ‘${key}’.`)
    const row = rows.find((each) => each.id === id)
    if (!row || !may(actor, 'connection.use', row)) {
      throw wrong(key, 'There is no such connection here that you may use. Choose another.')
    }
    if (row.connector !== slot.connector) {
      throw wrong(
        key,
        `‘${row.name}’ is a connection to ${row.connector}; this slot needs ${slot.connector}.`,
      )
    }
  }
}

function wrong(key: string, message: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message,
    field: `connections.${key}`,
  })
}
