import type { Sql } from 'postgres'
import type { FunctionCatalog } from './function-catalog'

/** What the runner writes to its log. */
export type RunnerLog = {
  debug(detail: object, message: string): void
  info(detail: object, message: string): void
  warn(detail: object, message: string): void
  error(detail: object, message: string): void
}

/** How long things take. The defaults are for production; tests shorten them. */
export type RunnerTimes = {
  /** A lease that is not renewed for so long is void. */
  readonly leaseMs: number
  readonly heartbeatMs: number
  readonly reapMs: number
  /** How often due jobs are looked for when nothing wakes the runner. */
  readonly pollMs: number
  /** After its own connection was lost, others get so long to show themselves again before they count as dead. */
  readonly graceMs: number
  /** The wait before the next attempt of a call that failed, from the number of the failed attempt (0 is first). */
  readonly backoff: (attempt: number) => number
}

/** What the parts of one runner share. */
export type RunnerParts = {
  readonly sql: Sql
  readonly log: RunnerLog
  readonly times: RunnerTimes
  readonly owner: number
  /** The functions that are registered now. */
  catalog(): FunctionCatalog
  /** There may be due work: look at once, here or in another process. */
  wake(): void
  /** There will be due work in so long. */
  wakeIn(ms: number): void
}
