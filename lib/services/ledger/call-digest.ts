import 'server-only'
import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { Json, JsonObject } from '@/lib/core/json'

/** One call outside, as far as an approval binds it. */
export type BoundCall = {
  readonly node: string
  readonly action: string
  readonly connection: string | null
  readonly input: JsonObject
}

/** SHA-256 of exactly what would be done: the call's node, action, connection and values. */
export function callDigest({ node, action, connection, input }: BoundCall): string {
  return digestOf({ node, action, connection, input })
}

export function digestOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
