import 'server-only'
import type { Database } from '@/db/client'
import { lockQueue } from '@/db/queries/runs/admit-runs'
import type { InsertedRun } from '@/db/queries/runs/insert-run'
import { othersUnderWay } from '@/db/queries/runs/others-under-way'
import type { RunId, WorkflowId, WorkspaceId } from '@/lib/core/ids'
import type { StepError } from '@/lib/engine/contract'
import { cancelTree } from '../cancel-tree'
import { stopRunRow } from './stop-run-row'

type NewRun = { readonly workspaceId: WorkspaceId; readonly workflowId: WorkflowId; readonly runId: RunId }

/**
 * Does what a workflow says of one run too many: the new one is left out, or the oldest ones end for it, with all that
 * they called. Answers the runs that were cancelled, so that the runtime can be told after the commit. Runs that wait
 * their turn count as well.
 */
export async function keepLimit(
  tx: Database,
  run: NewRun,
  { runsAtOnce, whenFull }: InsertedRun,
): Promise<readonly RunId[]> {
  if (runsAtOnce === null || whenFull === null || whenFull === 'queue') return []
  return tx.transaction((inside) => endSurplus(inside, run, { runsAtOnce, whenFull }))
}

async function endSurplus(
  tx: Database,
  run: NewRun,
  { runsAtOnce, whenFull }: { readonly runsAtOnce: number; readonly whenFull: 'skip' | 'replace' },
): Promise<readonly RunId[]> {
  const { workspaceId, runId } = run
  await lockQueue(tx, run)
  const others = await othersUnderWay(tx, run)
  const surplus = others.length + 1 - runsAtOnce
  if (surplus <= 0) return []
  if (whenFull === 'skip') {
    await stopRunRow(tx, { workspaceId, runId, userId: null, why: leftOut(runsAtOnce) })
    return [runId]
  }
  return cancelTree(tx, { workspaceId, runIds: others.slice(0, surplus), userId: null, why: replaced })
}

function leftOut(runsAtOnce: number): StepError {
  const many = runsAtOnce === 1 ? 'another run was' : `${runsAtOnce} other runs were`
  return {
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message: `This run was left out, because ${many} under way and the workflow is set to skip further ones. Run it again later, or change its limit in the editor.`,
  }
}

const replaced: StepError = {
  code: 'limit_reached',
  who: 'user',
  retry: 'no',
  message:
    'A newer run took the place of this one, as the workflow’s limit says. Look at the newer run instead.',
}
