import 'server-only'
import { database } from '@/db/client'
import { findVersionDocument } from '@/db/queries/runs/find-version-document'
import { HandrailError } from '@/lib/core/errors'
import type { VersionId, WorkspaceId } from '@/lib/core/ids'
import type { Plan } from '@/lib/engine/contract'
import { planRun } from '@/lib/engine/plan-run'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { upgradeDocument } from '@/lib/workflow/upgrade'

export type PlannedVersion = { readonly document: WorkflowDocument; readonly plan: Plan }

/** Together at most so many nodes are kept: a plan of a thousand takes about a megabyte. */
const mostNodes = 10_000

const holder = globalThis as { handrailPlans?: Map<string, PlannedVersion> }

/**
 * A version's document and its plan. Versions never change, so those used last are kept in memory. Undefined: there is
 * no such version. Throws `invalid_document` for one that cannot be planned.
 */
export async function plannedVersion(key: {
  readonly workspaceId: WorkspaceId
  readonly versionId: VersionId
}): Promise<PlannedVersion | undefined> {
  holder.handrailPlans ??= new Map()
  const kept = holder.handrailPlans
  const name = `${key.workspaceId} ${key.versionId}`
  const known = kept.get(name)
  if (known) {
    // The one used last stands last.
    kept.delete(name)
    kept.set(name, known)
    return known
  }
  const stored = await findVersionDocument(database().db, key)
  if (!stored) return undefined
  const document = upgradeDocument(stored)
  const planned = { document, plan: planRun(document) }
  kept.set(name, planned)
  forgetOldest(kept)
  return planned
}

/** The plan, where there is one: a version that cannot be planned is stored as a run all the same, which says why. */
export async function planOf(key: Parameters<typeof plannedVersion>[0]): Promise<Plan | undefined> {
  try {
    return (await plannedVersion(key))?.plan
  } catch (error) {
    if (error instanceof HandrailError) return undefined
    throw error
  }
}

function forgetOldest(kept: Map<string, PlannedVersion>): void {
  let nodes = 0
  for (const [name, { document }] of [...kept].reverse()) {
    nodes += document.nodes.length
    if (nodes > mostNodes) kept.delete(name)
  }
}
