import 'server-only'
import type { Database } from '@/db/client'
import type { HeldLease } from '@/db/queries/effects/holds-lease'
import type { Effect, Repeat } from '@/lib/connectors/contract'
import type { ConnectionId, EffectId, RunId, WorkspaceId } from '@/lib/core/ids'
import type { Json, JsonObject } from '@/lib/core/json'

/** One call that is not a read, with everything that the ledger writes down of it. */
export type EffectCall = {
  readonly workspaceId: WorkspaceId
  readonly runId: RunId
  /** The first run of a chain of retries: they share their keys. */
  readonly originRunId: RunId
  readonly path: string
  readonly action: string
  readonly effect: Effect
  readonly outward: boolean
  readonly repeat: Repeat
  readonly connection: { readonly id: ConnectionId; readonly name: string } | null
  readonly input: JsonObject
  readonly preview: string
  readonly digest: string
  /** What this attempt is made under. Once it is lost another attempt may be at work, and this one sends nothing. */
  readonly lease: HeldLease | null
  readonly onUnknown: 'ask' | 'repeat'
  /** No further attempt will follow: what is not known after this one is left to a person. */
  readonly isLastTry: boolean
  send(call: EffectSending): Promise<Json>
  /**
   * Writes down that the call worked, by `settle`, together with whatever else follows from its output; left out, by
   * itself. Answers what `settle` did. Whatever becomes of the rest, `settle` must have been asked to.
   */
  confirm?(settle: (db: Database) => Promise<boolean>, output: Json): Promise<boolean>
  /** What an earlier call with this key did, or null when it did nothing. */
  lookup(call: EffectSending): Promise<Json | null>
}

export type EffectSending = { readonly key: string; readonly input: JsonObject }

export type Performed =
  /** `earlier`: it was done before this attempt, and not again. */
  | { readonly status: 'confirmed'; readonly output: Json; readonly earlier: boolean }
  | { readonly status: 'skipped' }
  /** It may or may not have happened. The signal of this id wakes the step when a person has said. */
  | { readonly status: 'unknown'; readonly effectId: EffectId }

/** At most this often may a person say ‘send it again’ of one call. */
export const maximumGenerations = 20

/**
 * What an effect is known by, here and on the far side: the same for every repetition of one sending, and through
 * retries of its run.
 */
export function effectKey(call: Pick<EffectCall, 'originRunId' | 'path'>, generation: number): string {
  return `${call.originRunId}/${call.path}/${generation}`
}

/** All keys that a call may ever have had: for finding what was sent before. */
export function effectKeys(call: Pick<EffectCall, 'originRunId' | 'path'>): readonly string[] {
  return Array.from({ length: maximumGenerations + 1 }, (_, generation) => effectKey(call, generation))
}
