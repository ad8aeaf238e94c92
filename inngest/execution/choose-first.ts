import { database } from '@/db/client'
import { cancelApprovalsUnder } from '@/db/queries/approvals/cancel-approvals'
import { listOpenCalls } from '@/db/queries/runs/called-runs'
import { touchRun } from '@/db/queries/runs/touch-run'
import { callOffSteps, recordWinner } from '@/db/queries/steps/call-off'
import type { Choice, Chosen, Outcome } from '@/lib/engine/contract'
import { cancelTree, tellTreeCancelled } from '@/lib/services/runs/cancel-tree'
import { carrier } from '@/lib/services/runs/start/carrier'
import { announceRun } from '@/lib/services/runs/watch/announce-run'
import { deriveStatus } from './derive-status'
import type { Execution } from './execution'
import { refreshFacts } from './load-facts'
import { flushPending } from './pending'
import { pathOfNode, stepColumns, stepOfNode, titleOf } from './step-row'
import { waitOut } from './wait-out'

/** The port `choose`: records once and for all which branch came first, and calls the others off. */
export async function chooseFirst(execution: Execution, choice: Choice): Promise<Chosen> {
  const { path, node } = choice
  await execution.steps.run(`n:${path}.first`, titleOf(node), async () => {
    try {
      await record(execution, choice)
      await refreshFacts(execution)
      return { state: 'ended' }
    } catch (error) {
      waitOut(error)
      throw error
    }
  })
  const rivals = execution.plan.nodes.get(node.id)?.rivals ?? []
  const ended = new Map<string, Outcome>()
  for (const id of rivals) {
    const fact = execution.facts.get(pathOfNode(execution, id))
    if (fact) ended.set(id, fact.outcome)
  }
  return { from: execution.winners.get(path) ?? choice.from, ended }
}

/** In one transaction: the winner, and the end of what was under way elsewhere. A second record finds the first. */
async function record(execution: Execution, { path, node, from, underWay }: Choice): Promise<void> {
  const { scope } = execution
  const losers = underWay.flatMap((id) => execution.plan.nodes.get(id)?.node ?? [])
  const paths = losers.map(({ id }) => pathOfNode(execution, id))
  const { cancelled, approvals } = await database().db.transaction(async (tx) => {
    await touchRun(tx, scope)
    await flushPending(tx, execution)
    const isFirst = await recordWinner(tx, {
      ...stepColumns(execution, stepOfNode(execution, node)),
      wonBy: from,
    })
    if (!isFirst) return { cancelled: [], approvals: [] }
    const rows = losers.map((loser) => stepColumns(execution, stepOfNode(execution, loser)))
    await callOffSteps(tx, { ...scope, rows, paths })
    const runIds = await listOpenCalls(tx, { ...scope, paths })
    const result = {
      cancelled: await cancelTree(tx, { workspaceId: scope.workspaceId, runIds, userId: null }),
      approvals: await cancelApprovalsUnder(tx, { ...scope, paths }),
    }
    await deriveStatus(tx, execution, path)
    return result
  })
  announceRun(execution.run.id)
  await tellTreeCancelled(scope.workspaceId, cancelled)
  // What waited for them stops waiting; if this is not told, it stops with the run.
  for (const id of approvals)
    await carrier()
      ?.signal(id)
      .catch(() => false)
}
