import 'server-only'
import { database } from '@/db/client'
import { deleteOldRuns } from '@/db/queries/system/delete-old-runs'
import { log } from '../log'

/** Looked for twice a minute: days do not end more precisely than that. While there is more, each round goes on. */
const everyRounds = 30

/** Small enough that nobody waits for a lock or for the disk. */
const piece = 50

/** So long a round deletes: other chores, and the runs that are under way, want their turn. */
const turnMs = 300

const holder = globalThis as { handrailHasOldRuns?: boolean }

/** Deletes runs that are older than their workspace's policy keeps them, in small pieces, as many as fit into a round. */
export async function forgetOldRuns(round: number): Promise<number> {
  if (!holder.handrailHasOldRuns && round % everyRounds !== 0) return 0
  const begun = performance.now()
  let count = 0
  for (let isMore = true; isMore; ) {
    const deleted = await deleteOldRuns(database().db, { limit: piece })
    count += deleted
    holder.handrailHasOldRuns = deleted === piece
    isMore = deleted === piece && performance.now() - begun < turnMs
  }
  if (count > 0) log().info({ count }, 'Runs older than their workspaces keep them were deleted')
  return count
}
