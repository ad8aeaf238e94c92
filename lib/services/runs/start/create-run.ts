import 'server-only'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { insertRun, type NewRun } from '@/db/queries/runs/insert-run'
import { HandrailError } from '@/lib/core/errors'
import type { ArtifactId, RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { RunRequest } from './carrier'
import { keepLimit } from './keep-limit'

/** Triggers may bring this much; above 64 KB it is kept as an artifact. */
const maximumInputBytes = 12_000_000
const inlineBytes = 64 * 1024

export type RunCreation = Omit<NewRun, 'id' | 'mode' | 'input' | 'inputArtifactId' | 'originRunId'> & {
  readonly id?: RunId
  readonly originRunId?: RunId
  readonly input: Json
}

/** A run that is stored: give it to `dispatchRun` after the commit. */
export type StoredRun = RunRequest & {
  /** It has its place and can be told to the runtime; else it waits in its workspace's queue. */
  readonly isAdmitted: boolean
  /** Runs that were cancelled for it by its workflow's limit, or itself when there was no room. */
  readonly ended: readonly RunId[]
}

/**
 * Stores a run, and in the same transaction whatever `also` adds (its facts, an audit entry). After the commit it is
 * never lost: it is told to the runtime by `dispatchRun`, or else by the sweeper. Null: a run of that id was there.
 */
export function createRun(
  creation: RunCreation,
  also?: (tx: Database, runId: RunId) => Promise<void>,
): Promise<StoredRun | null> {
  if (!also && !isLarge(toBody(creation.input))) return storeRun(database().db, creation)
  return database().db.transaction(async (tx) => {
    const run = await storeRun(tx, creation)
    if (run) await also?.(tx, run.runId)
    return run
  })
}

/** The same within a transaction of the caller's. */
export async function storeRun(tx: Database, creation: RunCreation): Promise<StoredRun | null> {
  const id = creation.id ?? newId<RunId>('run')
  const body = toBody(creation.input)
  if (body.length > maximumInputBytes) throw tooLarge()
  const keepsApart = isLarge(body)
  const artifactId = newId<ArtifactId>('art')
  const inserted = await insertRun(tx, {
    ...creation,
    id,
    mode: 'live',
    originRunId: creation.originRunId ?? id,
    input: keepsApart ? {} : (creation.input ?? {}),
    inputArtifactId: keepsApart ? artifactId : null,
  })
  if (!inserted) return null
  if (keepsApart) {
    await insertArtifact(tx, {
      id: artifactId,
      workspaceId: creation.workspaceId,
      runId: id,
      contentType: 'application/json',
      size: body.length,
      body,
    })
  }
  const { workspaceId, workflowId, versionId } = creation
  const ended = await keepLimit(tx, { workspaceId, workflowId, runId: id }, inserted)
  return { workspaceId, runId: id, versionId, isAdmitted: inserted.isAdmitted, ended }
}

const toBody = (input: Json): Buffer => Buffer.from(JSON.stringify(input ?? {}))

const isLarge = (body: Buffer): boolean => body.length > inlineBytes

function tooLarge(): HandrailError {
  return new HandrailError({
    code: 'too_large',
    who: 'user',
    retry: 'no',
    message:
      'A run can be started with at most 12 MB. Send an address where the data is instead of the data.',
    field: 'input',
  })
}
