import 'server-only'
import { database } from '@/db/client'
import { actionCatalog } from '@/lib/connectors/index'
import { HandrailError } from '@/lib/core/errors'
import type { RunId, WorkflowId } from '@/lib/core/ids'
import type { JsonObject } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { effectsOfNode } from '@/lib/policy/effects-of'
import { notFound } from '@/lib/services/http/not-found'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { nameOf } from '@/lib/workflow/step-scope'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import { recordAudit } from '../audit/record-audit'
import { latestSamples } from './latest-samples'
import { createRun } from './start/create-run'
import { dispatchRun } from './start/dispatch-run'
import { type GivenStep, storeGivenSteps } from './start/given-step'
import { byHand, freeze, isPractice } from './start/start-run'
import { startable } from './start/startable'
import { toWorkflowId } from './to-id'

export type StepTest = {
  readonly node: string
  /** Outputs of earlier steps by node id, in the place of those of the latest runs. */
  readonly input?: JsonObject | undefined
  /** Said by the person who saw that the step changes something outside. */
  readonly confirm?: boolean | undefined
}

/** Runs one step of the draft alone, for real, on what earlier steps gave in the latest runs. */
export async function testStep(
  actor: Actor,
  workflowId: string,
  { node: nodeId, input = {}, confirm = false }: StepTest,
): Promise<{ runId: RunId }> {
  authorize(actor, 'workflow.test')
  const { workspaceId } = actor
  const found = await startable(database().db, { workspaceId, workflowId: toWorkflowId(workflowId) })
  if (!found) throw notFound('workflow')
  const node = upgradeDocument(found.workflow.draft).nodes.find(({ id }) => id === nodeId)
  if (!node || !kindOf(node).runs) throw notFound('step')
  if (!confirm) refuseUnconfirmed(node)
  const version = await freeze(actor, found)
  const given = await givenSteps(actor, found.workflow.id, version.document, nodeId, input)
  const trigger = version.document.nodes.find((one) => kindOf(one).isTrigger)
  const run = await createRun(
    {
      workspaceId,
      workflowId: found.workflow.id,
      versionId: version.id,
      practice: await isPractice(workspaceId, found, version.document),
      trigger: trigger?.id ?? nodeId,
      startedVia: 'test',
      startedBy: actor.userId,
      priority: byHand,
      onlyStep: nodeId,
      input: given.find((one) => one.nodeId === trigger?.id)?.value ?? {},
    },
    async (tx, id) => {
      await storeGivenSteps(tx, { workspaceId, runId: id }, given)
      await recordAudit(tx, actor, {
        action: 'workflow.test',
        subject: { type: 'workflow', id: found.workflow.id, name: found.workflow.name },
        detail: { run: id, step: nodeId },
      })
    },
  )
  if (!run) throw notFound('run')
  await dispatchRun(run)
  return { runId: run.runId }
}

function refuseUnconfirmed(node: WorkflowNode): void {
  const changes = effectsOfNode(node, actionCatalog).filter(({ action }) => action.effect !== 'read')
  const asksPeople = node.type === 'approval'
  if (changes.length === 0 && !asksPeople) return
  throw new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: asksPeople
      ? `Testing “${nameOf(node)}” really asks its approvers. Confirm that you want that.`
      : `Testing “${nameOf(node)}” really does it: ${changes.map(({ action }) => action.title).join(', ')}. Confirm that you want that.`,
    field: 'confirm',
  })
}

async function givenSteps(
  actor: Actor,
  workflowId: WorkflowId,
  document: WorkflowDocument,
  tested: string,
  input: JsonObject,
): Promise<GivenStep[]> {
  const latest = await latestSamples({ workspaceId: actor.workspaceId, workflowId })
  const now = new Date()
  return document.nodes.flatMap((node, index) => {
    const sample = latest.get(node.id)
    const value = Object.hasOwn(input, node.id) ? input[node.id] : sample?.value
    if (node.id === tested || value === undefined) return []
    return [
      {
        path: node.id,
        parent: null,
        nodeId: node.id,
        type: node.type,
        title: sample?.title ?? nameOf(node),
        action: node.type === 'action' ? node.action : null,
        position: index,
        status: 'succeeded' as const,
        exit: sample?.exit ?? 'out',
        startedAt: now,
        endedAt: now,
        value,
      },
    ]
  })
}
