import type { EffectRow } from '@/db/queries/effects/effect-row'
import type { Json, JsonObject } from '@/lib/core/json'
import type { EffectSending } from './effect-call'

/** What is sent of an effect: always what the ledger holds, so that a repetition is the same call. */
export function sendingOf(effect: EffectRow): EffectSending {
  return { key: effect.key, input: isObject(effect.input) ? effect.input : {} }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
