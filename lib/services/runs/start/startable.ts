import 'server-only'
import type { Database } from '@/db/client'
import { findStartable, type StartableRow } from '@/db/queries/runs/find-startable'
import { upgradeDocument } from '@/lib/workflow/upgrade'

/**
 * A workflow with the version that is to be run, as this version of Handrail writes documents. Throws
 * `invalid_document` for one that it does not know.
 */
export async function startable(
  db: Database,
  key: Parameters<typeof findStartable>[1],
): Promise<StartableRow | undefined> {
  const found = await findStartable(db, key)
  if (!found?.version) return found
  return { ...found, version: { ...found.version, document: upgradeDocument(found.version.document) } }
}
