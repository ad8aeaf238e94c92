import 'server-only'
import type { Webhook } from '@/db/queries/system/find-webhook'
import type { WorkspaceId } from '@/lib/core/ids'
import { open, seal } from '../secrets/seal'

/** A secret that was replaced is good for so long, so that both sides need not change at one moment. */
const formerMs = 24 * 60 * 60 * 1_000

/** The secrets that a caller of a webhook may prove itself with. */
export function secretsOf({
  id,
  workspaceId,
  secret,
  formerSecret,
  secretMs,
  nowMs,
}: Webhook): readonly string[] {
  const isRecent = secretMs !== null && nowMs - secretMs < formerMs
  const sealed = [secret, isRecent ? formerSecret : null].filter((one) => one !== null)
  return sealed.map((one) => open(one, { workspaceId, rowId: id }))
}

export function sealSecret(
  secret: string,
  key: { readonly workspaceId: WorkspaceId; readonly id: string },
): Buffer {
  return seal(secret, { workspaceId: key.workspaceId, rowId: key.id })
}
