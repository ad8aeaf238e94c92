import { RetryAfterError } from 'inngest'
import { isOutage } from '@/db/is-outage'

/** While the database is away, or asks to try again, the call is made again soon and not after the runtime's patience. */
export function waitOut(error: unknown): void {
  if (isOutage(error)) throw new RetryAfterError('The database cannot be reached.', 2_000, { cause: error })
}
