import { createHash } from 'node:crypto'

/** What stands for an effect's key at Google: letters and digits that tell nothing and break out of nothing. */
export function hashOf(idempotencyKey: string): string {
  return createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 40)
}

/** Gmail may give a sent mail a Message-ID of its own; a header that it does not know stays as it is. */
export const keyHeader = 'X-Handrail-Effect'
