import 'server-only'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import { insertArtifact } from '@/db/queries/artifacts/insert-artifact'
import { insertRun, type NewRun } from '@/db/queries/runs/insert-run'
import { HandrailError } from '@/lib/core/errors'
import type { ArtifactId, RunId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'

/** Triggers may bring this much; above 64 KB it is kept as an artifact. */
const maximumInputBytes = 12_000_000
const inlineBytes = 64 * 1024

export type RunCreation = Omit<NewRun, 'id' | 'mode' | 'input' | 'inputArtifactId' | 'originRunId'> & {
  readonly id?: RunId
  readonly originRunId?: RunId
  readonly input: Json
}

/**
 * Stores a run, and in the same transaction whatever `also` adds (its facts, an audit entry). After the commit it is
 * never lost: it is told to the runtime by `dispatchRun`, or else by the sweeper. Null: a run of that id was there.
 */
export function createRun(
  creation: RunCreation,
  also?: (tx: Database, runId: RunId) => Promise<void>,
): Promise<RunId | null> {
  if (!also && !isLarge(toBody(creation.input))) return storeRun(database().db, creation)
  return database().db.transaction(async (tx) => {
    const id = await storeRun(tx, creation)
    if (id) await also?.(tx, id)
    return id
  })
}

/** The same within a transaction of the caller's. */
export async function storeRun(tx: Database, creation: RunCreation): Promise<RunId | null> {
  const id = creation.id ?? newId<RunId>('run')
  const body = toBody(creation.input)
  if (body.length > maximumInputBytes) throw tooLarge()
  const keepsApart = isLarge(body)
  const artifactId = newId<ArtifactId>('art')
  const isNew = await insertRun(tx, {
    ...creation,
    id,
    mode: 'live',
    originRunId: creation.originRunId ?? id,
    input: keepsApart ? {} : (creation.input ?? {}),
    inputArtifactId: keepsApart ? artifactId : null,
  })
  if (!isNew) return null
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
  return id
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
