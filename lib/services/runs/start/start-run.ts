import 'server-only'
import { database } from '@/db/client'
import { newId } from '@/db/new-id'
import { areAllSimulated } from '@/db/queries/runs/all-simulated'
import type { StartableRow } from '@/db/queries/runs/find-startable'
import { freezeDraft } from '@/db/queries/runs/freeze-draft'
import { HandrailError } from '@/lib/core/errors'
import type { RunId, VersionId, WorkspaceId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { notFound } from '@/lib/services/http/not-found'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { upgradeDocument } from '@/lib/workflow/upgrade'
import { recordAudit } from '../../audit/record-audit'
import { connectionsOf } from '../connections-of'
import { toWorkflowId } from '../to-id'
import { beginRun } from './begin-run'
import { planOf } from './planned-version'
import { startable } from './startable'
import { triggerOf, triggerOutput } from './trigger-output'

export type RunStart = {
  readonly input?: Json | undefined
  /** The trigger to start from; left out, the form. */
  readonly trigger?: string | undefined
  readonly mode?: 'live' | 'rehearsal' | undefined
  /** A version's id or number, or `draft`; left out, the live one. */
  readonly version?: string | number | undefined
}

/** What a person starts goes before what schedules and other systems start. */
export const byHand = 1

type Version = { readonly id: VersionId; readonly document: WorkflowDocument }

/** Starts a workflow by hand or through the API. The run is stored when this returns; it is executed after that. */
export async function startRun(actor: Actor, workflowId: string, start: RunStart): Promise<{ id: RunId }> {
  const isDraft = start.version === 'draft'
  authorize(actor, isDraft ? 'workflow.test' : 'run.start')
  if (start.mode === 'rehearsal') throw noRehearsal()
  const { workspaceId } = actor
  const found = await startable(database().db, {
    workspaceId,
    workflowId: toWorkflowId(workflowId),
    ...(start.version === undefined || isDraft ? {} : { version: String(start.version) }),
  })
  if (!found) throw notFound('workflow')
  const version = isDraft ? await freeze(actor, found) : publishedOf(found, start.version !== undefined)
  const trigger = triggerOf(version.document, start.trigger)
  const { runId, isNew } = await beginRun(
    {
      workspaceId,
      workflowId: found.workflow.id,
      versionId: version.id,
      practice: await isPractice(workspaceId, found, version.document),
      trigger: trigger.id,
      startedVia: isDraft ? 'test' : actor.via === 'token' ? 'api' : 'form',
      startedBy: actor.userId,
      priority: byHand,
      input: triggerOutput(trigger, start.input, new Date()),
    },
    await planOf({ workspaceId, versionId: version.id }),
    {
      isLimited: !isDraft && found.workflow.runsAtOnce !== null,
      also: (tx, id) =>
        recordAudit(tx, actor, {
          action: 'run.start',
          subject: { type: 'run', id, name: found.workflow.name },
          detail: { workflow: found.workflow.id, version: version.id },
        }),
    },
  )
  if (!isNew) throw notFound('run')
  return { id: runId }
}

function publishedOf({ workflow, version }: StartableRow, isNamed: boolean): Version {
  if (version === null) {
    if (isNamed) throw notFound('version')
    throw conflict('This workflow is not published yet. Publish it in the editor, or run its draft.')
  }
  if (workflow.paused) {
    throw conflict('This workflow is switched off. Switch it on in the editor, then start it again.')
  }
  return version
}

/** Keeps the draft as it is now as a version that is never published: what runs is never a draft that may change. */
export async function freeze(actor: Actor, { workflow }: StartableRow): Promise<Version> {
  const version = { id: newId<VersionId>('ver'), document: upgradeDocument(workflow.draft) }
  await freezeDraft(database().db, {
    ...version,
    workspaceId: actor.workspaceId,
    workflowId: workflow.id,
    createdBy: actor.userId,
  })
  return version
}

/** A run is practice when all that it can reach is simulated. */
export async function isPractice(
  workspaceId: WorkspaceId,
  found: Pick<StartableRow, 'isPractice'>,
  document: WorkflowDocument,
): Promise<boolean> {
  if (found.isPractice) return true
  return areAllSimulated(database().db, { workspaceId, connectionIds: connectionsOf(document) })
}

function conflict(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message })
}

function noRehearsal(): HandrailError {
  return new HandrailError({
    code: 'bad_request',
    who: 'user',
    retry: 'no',
    message: 'This version of Handrail has no rehearsal yet. Start the run in the mode live.',
    field: 'mode',
  })
}
