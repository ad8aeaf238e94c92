import type { Database } from '../../client'
import { approvals } from '../../schema/runs'
import type { NewApproval } from './approval-row'

/** Opens an approval. One of the same step that is there already stays as it is. */
export async function insertApproval(db: Database, approval: NewApproval): Promise<void> {
  await db.insert(approvals).values(approval).onConflictDoNothing()
}
