import 'server-only'
import { type Database, database } from '@/db/client'
import type { EffectRow } from '@/db/queries/effects/effect-row'
import { markSent } from '@/db/queries/effects/mark-sent'
import { settleEffect } from '@/db/queries/effects/settle-effect'
import { HandrailError } from '@/lib/core/errors'
import type { Json } from '@/lib/core/json'
import { toStepError } from '@/lib/engine/to-step-error'
import type { EffectCall, Performed } from './effect-call'
import { recoverEffect } from './recover-effect'
import { sendingOf } from './sending-of'
import { StaleAttempt } from './stale-attempt'

/** Sends a call whose intent is this attempt's, and writes down what came of it. */
export async function sendEffect(call: EffectCall, effect: EffectRow): Promise<Performed> {
  const held = { workspaceId: call.workspaceId, effectId: effect.id, fence: effect.fence }
  const asked = performance.now()
  const sending = await markSent(database().db, { ...held, lease: call.lease })
  // Whoever was frozen since may have lost its lease meanwhile: another attempt looks after the call then.
  if (!sending || performance.now() - asked > sending.withinMs) throw new StaleAttempt()
  return deliverEffect(call, effect)
}

/** The same for a call whose row says already that it is sent. */
export async function deliverEffect(call: EffectCall, effect: EffectRow): Promise<Performed> {
  const held = { workspaceId: call.workspaceId, effectId: effect.id, fence: effect.fence }
  let output: Json
  try {
    output = await call.send(sendingOf(effect))
  } catch (error) {
    const surelyNot = error instanceof HandrailError && error.retry !== 'unknown'
    if (!surelyNot) return recoverEffect(call, effect, error)
    const settled = await settleEffect(database().db, {
      ...held,
      status: 'failed',
      error: toStepError(error),
    })
    if (!settled) throw new StaleAttempt()
    throw error
  }
  return confirmEffect(call, effect, output)
}

/** Writes down that a call worked and what it gave. Throws `StaleAttempt` if another attempt holds the call by now. */
export async function confirmEffect(call: EffectCall, effect: EffectRow, output: Json): Promise<Performed> {
  const settle = (db: Database) =>
    settleEffect(db, {
      workspaceId: call.workspaceId,
      effectId: effect.id,
      fence: effect.fence,
      status: 'confirmed',
      output,
    })
  const settled = await (call.confirm ? call.confirm(settle, output) : settle(database().db))
  if (!settled) throw new StaleAttempt()
  return { status: 'confirmed', output, earlier: false }
}
