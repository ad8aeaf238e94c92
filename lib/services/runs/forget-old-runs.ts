import 'server-only'
import { database } from '@/db/client'
import { deleteOldRuns } from '@/db/queries/system/delete-old-runs'
import { log } from '../log'

/** Looked for twice a minute: days do not end more precisely than that. */
const everyRounds = 30

/** Small enough that nobody waits for a lock or for the disk. */
const piece = 100
const mostPieces = 10

/** Deletes runs that are older than their workspace's policy keeps them, in small pieces, as many as fit into a round. */
export async function forgetOldRuns(round: number): Promise<number> {
  if (round % everyRounds !== 0) return 0
  let count = 0
  for (let pieces = 0; pieces < mostPieces; pieces++) {
    const deleted = await deleteOldRuns(database().db, { limit: piece })
    count += deleted
    if (deleted < piece) break
  }
  if (count > 0) log().info({ count }, 'Runs older than their workspaces keep them were deleted')
  return count
}
