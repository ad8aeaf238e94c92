import 'server-only'
import { z } from 'zod'
import { database } from '@/db/client'
import { type ExecutionRow, findExecution } from '@/db/queries/runs/find-execution'
import { HandrailError } from '@/lib/core/errors'
import type { RunId, VersionId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import { wayOf } from '@/lib/engine/step-path'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { makeGraph } from '@/lib/workflow/graph'
import { outermostOf } from '@/lib/workflow/levels'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { isObject } from '@/lib/workflow/value-at'
import { recordAudit } from '../audit/record-audit'
import { hasEnded } from './has-ended'
import { keptSteps } from './kept-steps'
import { createRun } from './start/create-run'
import { dispatchRun } from './start/dispatch-run'
import { storeGivenSteps } from './start/given-step'
import { plannedVersion } from './start/planned-version'
import { readFormInput } from './start/read-form-input'
import { byHand, isPractice } from './start/start-run'
import { startable } from './start/startable'
import { storedJson } from './stored-json'
import { toRunId } from './to-id'

export const retryFields = z.strictObject({
  /** The step to begin at, and inside of a loop its loop; left out, from the start. */
  from: z.string().max(200).optional(),
  /** The version that ran, or the one that is live now. */
  version: z.enum(['same', 'live']).optional(),
  /** What the trigger brought, changed; left out, as it was. */
  input: z.json().optional(),
  /** Do again what was already done outside. Left out, what was confirmed is shown and not done a second time. */
  again: z.boolean().optional(),
})

export type Retry = z.infer<typeof retryFields>

type Version = { readonly id: VersionId; readonly document: WorkflowDocument; readonly practice: boolean }

/**
 * Repeats a run that has ended, as a new run. With `from`, the steps that do not come after that one keep what they gave;
 * without, all is run again. Either way, a change outside that was confirmed is not made a second time, unless the person
 * asks for that: the new run has the same origin, and so the ledger knows its calls.
 */
export async function retryRun(actor: Actor, id: string, retry: Retry = {}): Promise<{ id: RunId }> {
  authorize(actor, 'run.retry')
  const runId = toRunId(id)
  const { workspaceId } = actor
  const row = await findExecution(database().db, { workspaceId, runId })
  if (!row) throw notFound('run')
  if (!hasEnded(row.run.status))
    throw conflict('This run has not ended. Wait for its end, or cancel it first.')
  const { again = false } = retry
  const version = await versionOf(row, retry.version ?? 'same')
  const from = retry.from === undefined ? undefined : stepToBeginAt(version.document, retry.from)
  const { workflowId, trigger, startedVia, onlyStep, originRunId } = row.run
  const retried = await createRun(
    {
      ...{ workspaceId, workflowId, trigger, startedVia, onlyStep },
      versionId: version.id,
      practice: version.practice,
      input: inputOf(row, version.document, retry.input),
      ...(again ? {} : { originRunId }),
      priority: byHand,
      startedBy: actor.userId,
      retryOf: runId,
      retryFrom: from ?? null,
    },
    async (tx, newRunId) => {
      const isWhole = from === undefined && onlyStep === null
      const given = isWhole ? [] : await keptSteps(tx, row, { document: version.document, from })
      await storeGivenSteps(tx, { workspaceId, runId: newRunId }, given)
      await recordAudit(tx, actor, {
        action: 'run.retry',
        subject: { type: 'run', id: newRunId, name: row.workflowName },
        detail: {
          of: runId,
          from: from ?? null,
          version: version.id,
          again,
          inputChanged: retry.input !== undefined,
        },
      })
    },
  )
  if (!retried) throw notFound('run')
  await dispatchRun(retried)
  return { id: retried.runId }
}

/** A loop is begun as a whole: what its items did outside is not done a second time. */
function stepToBeginAt(document: WorkflowDocument, step: string): string {
  const [first] = wayOf(step)
  const id = first && outermostOf(document, first.id)?.id
  if (id === undefined || !makeGraph(document).nodes.has(id)) throw notFound('step')
  return id
}

async function versionOf({ run }: ExecutionRow, wanted: 'same' | 'live'): Promise<Version> {
  if (wanted === 'same') {
    const ran = await plannedVersion({ workspaceId: run.workspaceId, versionId: run.versionId })
    if (!ran) throw notFound('version')
    return { id: run.versionId, document: ran.document, practice: run.practice }
  }
  if (run.onlyStep !== null)
    throw conflict('This run tried one step of a draft. Test that step again in the editor.')
  const { workspaceId, workflowId } = run
  const found = await startable(database().db, { workspaceId, workflowId })
  if (!found?.version) {
    throw conflict('No version of this workflow is live. Publish it, or run again on the version that ran.')
  }
  const isThere = found.version.document.nodes.some(
    (node) => node.id === run.trigger && kindOf(node).isTrigger && node.disabled !== true,
  )
  if (!isThere) {
    throw conflict('The live version does not start in this way any more. Start it anew from its page.')
  }
  return { ...found.version, practice: await isPractice(workspaceId, found, found.version.document) }
}

function inputOf(
  { run, inputBody }: ExecutionRow,
  document: WorkflowDocument,
  changed: Json | undefined,
): Json {
  if (changed === undefined) return storedJson(inputBody, run.input)
  const trigger = document.nodes.find((node) => node.id === run.trigger)
  if (trigger?.type === 'trigger.form') return readFormInput(trigger.config.fields, changed)
  if (isObject(changed)) return changed
  throw new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    message: 'The input has to be an object, as the trigger brought it. Change only the values inside.',
    field: 'input',
  })
}

function conflict(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message })
}
