import 'server-only'
import type { Database } from '@/db/client'
import { findCalledRun, findEarlierCall } from '@/db/queries/runs/called-runs'
import { HandrailError } from '@/lib/core/errors'
import { isId, type RunId, type VersionId, type WorkflowId, type WorkspaceId } from '@/lib/core/ids'
import type { Json, JsonObject } from '@/lib/core/json'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { callTriggerOf } from '@/lib/workflow/workflow-catalog'
import { storeRun } from './create-run'
import { readFormInput } from './read-form-input'
import { isPractice } from './start-run'
import { startable } from './startable'

/** Runs call one another so deep at most. */
export const deepestCall = 10

export type RunCaller = {
  readonly id: RunId
  readonly workspaceId: WorkspaceId
  readonly originRunId: RunId
  readonly startedBy: Parameters<typeof storeRun>[1]['startedBy']
  readonly depth: number
}

export type CalledRun = { readonly runId: RunId; readonly versionId: VersionId }

type Call = {
  readonly path: string
  /** How often the step called before: a person may have it try again. */
  readonly round: number
  readonly workflow: string
  readonly input: JsonObject
}

/**
 * Stores the run that a step of another run calls, of the version that is live now; once for each call. A repeated run's
 * call has the origin of the call that it repeats, so that no change outside is made a second time.
 */
export async function callRun(tx: Database, caller: RunCaller, call: Call): Promise<CalledRun> {
  const { workspaceId } = caller
  const key = { workspaceId, parentRunId: caller.id, path: call.path, round: call.round }
  const known = await findCalledRun(tx, key)
  if (known) return known
  if (caller.depth + 1 > deepestCall) throw tooDeep()
  const found = isId<WorkflowId>('wfl', call.workflow)
    ? await startable(tx, { workspaceId, workflowId: call.workflow })
    : undefined
  const { workflow, version } = found ?? {}
  if (!found || !workflow)
    throw cannotCall('The workflow that this step calls is gone. Choose another one in the step.')
  if (!version) throw cannotCall(`“${workflow.name}” is not published. Publish it, then try again.`)
  if (workflow.paused) throw cannotCall(`“${workflow.name}” is switched off. Switch it on, then try again.`)
  const trigger = callTriggerOf(version.document)
  if (!trigger) {
    throw cannotCall(`“${workflow.name}” cannot be called. Give it a trigger that is called by a workflow.`)
  }
  const earlier = await findEarlierCall(tx, { workspaceId, originRunId: caller.originRunId, path: call.path })
  const stored = await storeRun(tx, {
    workspaceId,
    workflowId: workflow.id,
    versionId: version.id,
    practice: await isPractice(workspaceId, found, version.document),
    trigger: trigger.id,
    startedVia: 'workflow',
    startedBy: caller.startedBy ?? null,
    input: readFormInput(trigger.config.fields, call.input),
    ...(earlier ? { originRunId: earlier.originRunId } : {}),
    parentRunId: caller.id,
    parentPath: call.path,
    parentRound: call.round,
    depth: caller.depth + 1,
    // Its caller tells the runtime of it.
    dispatchedAt: new Date(),
  })
  if (!stored) throw cannotCall('The workflow could not be called. Try again.')
  return { runId: stored.runId, versionId: version.id }
}

/** What a called run gave, as its workflow promised it; anything where it promised nothing. */
export function calledOutput(document: WorkflowDocument, output: Json): Json {
  const trigger = callTriggerOf(document)
  const fields = (trigger?.type === 'trigger.workflow' ? trigger.config.output : undefined) ?? []
  if (fields.length === 0) return output
  const given = Object.entries(
    typeof output === 'object' && output !== null && !Array.isArray(output) ? output : {},
  )
  return readFormInput(
    fields,
    Object.fromEntries(given.filter(([key]) => fields.some((field) => field.key === key))),
  )
}

function tooDeep(): HandrailError {
  return new HandrailError({
    code: 'limit_reached',
    who: 'user',
    retry: 'no',
    message: `Workflows called one another ${deepestCall} deep, which is the most. Look for one that calls itself by a detour.`,
  })
}

function cannotCall(message: string): HandrailError {
  return new HandrailError({ code: 'not_found', who: 'user', retry: 'no', message, field: 'config.workflow' })
}
