import 'server-only'
import { randomUUID } from 'node:crypto'
import { type Database, database } from '@/db/client'
import { newId } from '@/db/new-id'
import type { EffectRow } from '@/db/queries/effects/effect-row'
import { findLatestEffect } from '@/db/queries/effects/find-latest-effect'
import { insertSending } from '@/db/queries/effects/insert-intent'
import { leaseLeft } from '@/db/queries/effects/lease-left'
import { takeFence } from '@/db/queries/effects/take-fence'
import { assertNever } from '@/lib/core/assert-never'
import type { EffectId } from '@/lib/core/ids'
import { type EffectCall, effectKey, effectKeys, type Performed } from './effect-call'
import { recoverEffect } from './recover-effect'
import { deliverEffect, sendEffect } from './send-effect'
import { StaleAttempt } from './stale-attempt'

/**
 * Does a call that is not a read, once. Its intent is committed before anything is sent, and what came of it after; an
 * attempt that finds an earlier one's intent goes by what that says, and never sends blindly a second time.
 *
 *   intended ──▶ sent ──▶ confirmed | failed | unknown ──▶ (a person) confirmed | skipped | sent again
 *
 * Throws a `HandrailError` when the call surely did not happen, or when it may be tried again under the same key;
 * throws `StaleAttempt` when another attempt has taken over.
 */
export async function performEffect(call: EffectCall): Promise<Performed> {
  const fence = randomUUID()
  const intent = await intend(call, fence)
  if (intent) return deliverEffect(call, intent)
  const earlier = await findLatestEffect(database().db, {
    workspaceId: call.workspaceId,
    keys: effectKeys(call),
  })
  if (!earlier) throw new StaleAttempt()
  switch (earlier.status) {
    case 'confirmed':
      return { status: 'confirmed', output: earlier.output ?? null, earlier: true }
    case 'skipped':
      return { status: 'skipped' }
    case 'unknown':
      return { status: 'unknown', effectId: earlier.id }
    case 'failed':
    case 'intended':
      return sendEffect(call, await takeOver(call, earlier, fence, true))
    case 'sent':
      return recoverEffect(call, await takeOver(call, earlier, fence, false))
    default:
      return assertNever(earlier.status)
  }
}

/**
 * The intent of a call that nobody made before, as the last write before the request leaves: under the lease that the
 * attempt then has no longer than it lasts.
 */
async function intend(call: EffectCall, fence: string): Promise<EffectRow | undefined> {
  const asked = performance.now()
  const [withinMs, effect] = await database().db.transaction(async (tx) => {
    const both = await Promise.all([leaseLeft(tx, call.lease), writeIntent(tx, call, fence)])
    if (both[0] === undefined) throw new StaleAttempt()
    return both
  })
  if (effect && (withinMs === undefined || performance.now() - asked > withinMs)) throw new StaleAttempt()
  return effect
}

function writeIntent(tx: Database, call: EffectCall, fence: string): Promise<EffectRow | undefined> {
  return insertSending(tx, {
    id: newId<EffectId>('eff'),
    workspaceId: call.workspaceId,
    runId: call.runId,
    stepPath: call.path,
    key: effectKey(call, 0),
    generation: 0,
    action: call.action,
    effect: call.effect,
    outward: call.outward,
    connectionId: call.connection?.id ?? null,
    connectionName: call.connection?.name ?? null,
    preview: call.preview,
    input: call.input,
    digest: call.digest,
    fence,
  })
}

/** A call that was never sent takes this attempt's values; one that was keeps those it was sent with. */
async function takeOver(
  call: EffectCall,
  earlier: EffectRow,
  mine: string,
  isUnsent: boolean,
): Promise<EffectRow> {
  const taken = await takeFence(database().db, {
    workspaceId: call.workspaceId,
    effectId: earlier.id,
    held: earlier.fence,
    mine,
    lease: call.lease,
    ...(isUnsent
      ? {
          call: {
            runId: call.runId,
            input: call.input,
            preview: call.preview,
            digest: call.digest,
            connectionId: call.connection?.id ?? null,
            connectionName: call.connection?.name ?? null,
          },
        }
      : {}),
  })
  if (!taken) throw new StaleAttempt()
  return taken
}
