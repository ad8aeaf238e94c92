import { createHash } from 'node:crypto'

/** A key of any form as a short name that Google takes anywhere. */
export function effectHash(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('base64url').slice(0, 27)
}
