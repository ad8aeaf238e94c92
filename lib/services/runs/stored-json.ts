import 'server-only'
import type { Json } from '@/lib/core/json'

/** A value as it is stored: small ones in their row, large ones as the body of an artifact. */
export function storedJson(body: Buffer | null | undefined, small: Json | undefined): Json {
  if (!body) return small ?? null
  const value: Json = JSON.parse(body.toString('utf8'))
  return value
}
