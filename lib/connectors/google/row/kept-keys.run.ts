import 'server-only'
import { lookupLimit } from '../../../net/lookup-limit'
import { effectHash } from '../effect-hash'
import type { VendorTab } from '../sheet/vendor.run'

/** Google keeps 30,000 characters of such notes beside a tab: the oldest keys make room for new ones. */
const mostKeys = 500
const day = 24 * 60 * 60 * 1000

type KeptKey = { readonly id: number; readonly hash: string; readonly at: number }

/** Where an effect leaves its key: a note beside the tab that people do not see, with the time. */
export function keyNote(idempotencyKey: string, now: number) {
  return { metadataKey: 'handrail', metadataValue: `${effectHash(idempotencyKey)}.${now.toString(36)}` }
}

/** The notes that have to go before another is added. */
export function outdatedKeys(tab: VendorTab): readonly number[] {
  const kept = keysIn(tab)
  return kept.slice(0, Math.max(0, kept.length - mostKeys + 1)).map(({ id }) => id)
}

/** Whether the effect with this key was carried out. Throws when its note may have made room for others. */
export function hasKey(tab: VendorTab, idempotencyKey: string, now: number): boolean {
  const kept = keysIn(tab)
  if (kept.some(({ hash }) => hash === effectHash(idempotencyKey))) return true
  const [oldest] = kept
  if (oldest && kept.length >= mostKeys - 1 && now - oldest.at < day) throw lookupLimit('this tab')
  return false
}

/** Oldest first. */
function keysIn({ developerMetadata }: VendorTab): KeptKey[] {
  return developerMetadata
    .filter(({ metadataKey }) => metadataKey === 'handrail')
    .map(({ metadataId, metadataValue }) => {
      const [hash = '', at = '0'] = metadataValue.split('.')
      return { id: metadataId, hash, at: Number.parseInt(at, 36) || 0 }
    })
    .sort((left, right) => left.at - right.at)
}
