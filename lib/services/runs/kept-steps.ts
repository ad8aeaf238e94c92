import 'server-only'
import type { Database } from '@/db/client'
import type { ExecutionRow } from '@/db/queries/runs/find-execution'
import { listWholeSteps } from '@/db/queries/steps/list-whole-steps'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { makeGraph } from '@/lib/workflow/graph'
import type { GivenStep } from './start/given-step'
import { storedJson } from './stored-json'

/**
 * What a repetition need not run again: the steps that ended well, or whose failure was provided for, that do not come
 * after `from`, and that the version it runs on still has.
 */
export async function keptSteps(
  tx: Database,
  { run }: ExecutionRow,
  { document, from }: { readonly document: WorkflowDocument; readonly from: string | undefined },
): Promise<GivenStep[]> {
  const { nodes } = makeGraph(document)
  const again = new Set(from === undefined ? [] : [from])
  if (run.onlyStep !== null) again.add(run.onlyStep)
  for (const nodeId of again) for (const { to } of nodes.get(nodeId)?.outputs ?? []) again.add(to)
  const rows = await listWholeSteps(tx, { workspaceId: run.workspaceId, runId: run.id })
  return rows.flatMap(({ step, body }) => {
    const node = nodes.get(step.nodeId)?.node
    const isProvidedFor = ['continue', 'exit'].includes(node?.settings?.onError ?? '')
    const isKept = step.status === 'succeeded' || (step.status === 'failed' && isProvidedFor)
    // The trigger brings what the new run is given, which may have been changed.
    const isTrigger = step.nodeId === run.trigger && run.onlyStep === null
    if (!isKept || isTrigger || node?.type !== step.type || again.has(step.nodeId)) return []
    const {
      runId: _run,
      workspaceId: _workspace,
      attempt: _attempt,
      artifactId: _artifact,
      output,
      ...kept
    } = step
    return [{ ...kept, value: storedJson(body, output) }]
  })
}
