import type { ConnectionListing, ConnectionUse } from '@/db/queries/connections'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'

/** A connection as it may be shown: nothing of its secret. */
export function toConnectionView(row: ConnectionListing, uses: readonly ConnectionUse[]): ConnectionView {
  return {
    id: row.id,
    connector: row.connector,
    name: row.name,
    simulated: row.simulated,
    account: row.account,
    baseUrl: row.baseUrl,
    allowPrivate: row.allowPrivate,
    shared: row.shared,
    owner: row.ownerId === null || row.ownerName === null ? null : { id: row.ownerId, name: row.ownerName },
    status: row.status,
    statusMessage: row.statusMessage,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    rate:
      row.rateCalls === null || row.rateSeconds === null
        ? null
        : { calls: row.rateCalls, seconds: row.rateSeconds },
    heldUntil: row.heldUntil && row.heldUntil.getTime() > Date.now() ? row.heldUntil.toISOString() : null,
    usedBy: uses
      .filter((use) => use.connectionId === row.id)
      .map((use) => ({ id: use.workflowId, name: use.workflowName })),
    createdAt: row.createdAt.toISOString(),
  }
}
