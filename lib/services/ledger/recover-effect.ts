import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { database } from '@/db/client'
import type { EffectRow } from '@/db/queries/effects/effect-row'
import { settleEffect } from '@/db/queries/effects/settle-effect'
import { databaseNow } from '@/db/queries/system/database-now'
import { assertNever } from '@/lib/core/assert-never'
import { HandrailError } from '@/lib/core/errors'
import { toStepError } from '@/lib/engine/to-step-error'
import type { EffectCall, Performed } from './effect-call'
import { confirmEffect, sendEffect } from './send-effect'
import { sendingOf } from './sending-of'
import { StaleAttempt } from './stale-attempt'

/** How long a far side may take until what it did can be found. */
const settlingMs = 3_000

/**
 * Goes on with a call that was sent and whose outcome is not known. `cause` is there when this very attempt sent it;
 * without one, an earlier attempt did, and was lost.
 */
export async function recoverEffect(
  call: EffectCall,
  effect: EffectRow,
  cause?: unknown,
): Promise<Performed> {
  switch (call.repeat) {
    case 'safe':
    case 'keyed':
      return repeatEffect(call, effect, cause)
    case 'lookup':
      return lookEffectUp(call, effect, cause)
    case 'never':
      return call.onUnknown === 'repeat'
        ? repeatEffect(call, effect, cause)
        : leaveUnknown(call, effect, cause)
    default:
      return assertNever(call.repeat)
  }
}

/** The far side tells a repetition from a new call by its key, or it does not matter. */
async function repeatEffect(call: EffectCall, effect: EffectRow, cause?: unknown): Promise<Performed> {
  if (cause === undefined) return sendEffect(call, effect)
  if (call.isLastTry) return leaveUnknown(call, effect, cause)
  throw retryable(cause)
}

async function lookEffectUp(call: EffectCall, effect: EffectRow, cause?: unknown): Promise<Performed> {
  const now = await databaseNow(database().db)
  const sentMsAgo = effect.sentAt && cause === undefined ? now.getTime() - effect.sentAt.getTime() : 0
  // What was just sent may still be on its way, or be there and not be found yet: look at once, wait, look again.
  const pauses = sentMsAgo > settlingMs * 5 ? [0] : [settlingMs / 3, settlingMs]
  try {
    for (const ms of pauses) {
      await pause(ms)
      const found = await call.lookup(sendingOf(effect))
      if (found !== null) return await confirmEffect(call, effect, found)
    }
  } catch (error) {
    if (error instanceof StaleAttempt) throw error
    return call.isLastTry ? leaveUnknown(call, effect, cause ?? error) : rethrow(error)
  }
  return repeatEffect(call, effect, cause)
}

async function leaveUnknown(call: EffectCall, effect: EffectRow, cause: unknown): Promise<Performed> {
  const settled = await settleEffect(database().db, {
    workspaceId: call.workspaceId,
    effectId: effect.id,
    fence: effect.fence,
    status: 'unknown',
    ...(cause === undefined ? {} : { error: toStepError(cause) }),
  })
  if (!settled) throw new StaleAttempt()
  return { status: 'unknown', effectId: effect.id }
}

function rethrow(error: unknown): never {
  throw retryable(error)
}

/** The same error, saying that the same call may be made again: its key makes that safe. */
function retryable(error: unknown): HandrailError {
  const { code, who, message } = toStepError(error)
  const retryAfterMs = error instanceof HandrailError ? error.retryAfterMs : undefined
  return new HandrailError({
    code,
    who,
    message,
    retry: 'after',
    cause: error,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}
