import 'server-only'
import { type Database, database } from '@/db/client'
import { type ExecutionRow, findExecution } from '@/db/queries/runs/find-execution'
import { listWholeSteps } from '@/db/queries/steps/list-whole-steps'
import { HandrailError } from '@/lib/core/errors'
import type { RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import { type Graph, makeGraph } from '@/lib/workflow/graph'
import { recordAudit } from '../audit/record-audit'
import { hasEnded } from './has-ended'
import { createRun } from './start/create-run'
import { dispatchRun } from './start/dispatch-run'
import { type GivenStep, storeGivenSteps } from './start/given-step'
import { plannedVersion } from './start/planned-version'
import { toRunId } from './to-id'

/**
 * Repeats a run that has ended: a new run of the same version with the same input. With `from`, the steps that do not
 * come after that one keep what they gave; without, all is run again. Either way, a change outside that was confirmed is
 * not made a second time: the new run has the same origin, and so the ledger knows its calls.
 */
export async function retryRun(
  actor: Actor,
  id: string,
  { from }: { readonly from?: string | undefined } = {},
): Promise<{ id: RunId }> {
  authorize(actor, 'run.retry')
  const runId = toRunId(id)
  const { workspaceId } = actor
  const row = await findExecution(database().db, { workspaceId, runId })
  if (!row) throw notFound('run')
  if (!hasEnded(row.run.status)) throw stillRunning()
  const planned = await plannedVersion({ workspaceId, versionId: row.run.versionId })
  if (!planned) throw notFound('version')
  const graph = makeGraph(planned.document)
  if (from !== undefined && !graph.nodes.has(from)) throw notFound('step')
  const input: Json = row.inputBody ? JSON.parse(row.inputBody.toString('utf8')) : row.run.input
  const { workflowId, versionId, practice, trigger, startedVia, onlyStep, originRunId } = row.run
  const retried = await createRun(
    {
      ...{ workspaceId, workflowId, versionId, practice, trigger, startedVia, onlyStep, originRunId, input },
      startedBy: actor.userId,
      retryOf: runId,
      retryFrom: from ?? null,
    },
    async (tx, newRunId) => {
      const given = from === undefined && onlyStep === null ? [] : await keptSteps(tx, row, graph, from)
      await storeGivenSteps(tx, { workspaceId, runId: newRunId }, given)
      await recordAudit(tx, actor, {
        action: 'run.retry',
        subject: { type: 'run', id: newRunId, name: row.workflowName },
        detail: { of: runId, from: from ?? null },
      })
    },
  )
  if (!retried) throw notFound('run')
  await dispatchRun({ workspaceId, runId: retried, versionId })
  return { id: retried }
}

/** The steps that ended well, or whose failure was provided for, and that do not come after `from`. */
async function keptSteps(
  tx: Database,
  { run }: ExecutionRow,
  { nodes }: Graph,
  from: string | undefined,
): Promise<GivenStep[]> {
  const again = new Set(from === undefined ? [] : [from])
  if (run.onlyStep !== null) again.add(run.onlyStep)
  for (const nodeId of again) for (const { to } of nodes.get(nodeId)?.outputs ?? []) again.add(to)
  const rows = await listWholeSteps(tx, { workspaceId: run.workspaceId, runId: run.id })
  return rows.flatMap(({ step, body }) => {
    const isProvidedFor = ['continue', 'exit'].includes(nodes.get(step.nodeId)?.node.settings?.onError ?? '')
    const isKept = step.status === 'succeeded' || (step.status === 'failed' && isProvidedFor)
    if (!isKept || again.has(step.nodeId)) return []
    const {
      runId: _run,
      workspaceId: _workspace,
      attempt: _attempt,
      artifactId: _artifact,
      output,
      ...kept
    } = step
    const value: Json = body ? JSON.parse(body.toString('utf8')) : (output ?? null)
    return [{ ...kept, value }]
  })
}

function stillRunning(): HandrailError {
  return new HandrailError({
    code: 'conflict',
    who: 'user',
    retry: 'no',
    message: 'This run has not ended. Wait for its end, or cancel it first.',
  })
}
