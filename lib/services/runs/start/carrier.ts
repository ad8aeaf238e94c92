import 'server-only'
import type { Database } from '@/db/client'
import type { RunId, VersionId, WorkspaceId } from '@/lib/core/ids'
import type { RunToCarry, WholeRun } from './whole-run'

export type RunRequest = {
  readonly runId: RunId
  readonly workspaceId: WorkspaceId
  readonly versionId: VersionId
}

/**
 * What carries runs: the durable runtime, as seen from the services. It is set when the process starts its engine; until
 * then nothing is lost, because the sweepers repeat whatever was stored and not told.
 */
export type RunCarrier = {
  /**
   * Carries a run that is not stored yet to its end, if it touches nothing outside: what is to be stored of it.
   * `undefined`: it does; store it, and `request` it.
   */
  whole(run: RunToCarry): Promise<WholeRun | undefined>
  /** Tells the runtime to execute stored runs. Telling it twice of one starts it once. */
  request(runs: readonly RunRequest[]): Promise<void>
  /**
   * The same in the transaction that stores the run, so that one commit does for both: what to do after it. Undefined:
   * the runtime can only be told after the commit, by `request`.
   */
  requestWithin?(tx: Database, run: RunRequest): Promise<(() => void) | undefined>
  /** Tells the runtime to stop a run whose row says cancelled. */
  cancel(run: Pick<RunRequest, 'workspaceId' | 'runId'>): Promise<void>
  /** Wakes the step that waits for this signal. False: nothing waits for it (yet). */
  signal(name: string): Promise<boolean>
  /**
   * The same in the transaction that makes the signal true, so that one commit does for both: what to do after it.
   * Nothing: no run waits, or the runtime can only be told after the commit, by `signal`.
   */
  signalWithin?(tx: Database, name: string): Promise<(() => void) | null | undefined>
}

const holder = globalThis as { handrailRunCarrier?: RunCarrier }

/** What carries runs in this process, or nothing before it has started. */
export function carrier(): RunCarrier | undefined {
  return holder.handrailRunCarrier
}

/** Says what carries runs from now on. The engine stands above the services, so it comes to them. */
export function setCarrier(next: RunCarrier | undefined): void {
  if (next) holder.handrailRunCarrier = next
  else delete holder.handrailRunCarrier
}
