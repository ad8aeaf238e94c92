import 'server-only'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { WebhookProof } from '@/lib/workflow/webhook-rules'
import { signatureTable } from './signature-styles'

/** A signature that says when it was made is good for so long before and after. */
const windowMs = 5 * 60_000

export type ClaimedCall = {
  readonly headers: Headers
  /** The body as it came in, byte for byte. */
  readonly body: Buffer
  readonly nowMs: number
}

/**
 * Does the caller prove that it knows one of the secrets? Compared in constant time. Without a secret nothing is proven:
 * a webhook that asks for a proof and has no secret yet takes no call.
 */
export function isProven(proof: WebhookProof, call: ClaimedCall, secrets: readonly string[]): boolean {
  return secrets.filter((secret) => secret !== '').some((secret) => provesOne(proof, call, secret))
}

function provesOne(proof: WebhookProof, { headers, body, nowMs }: ClaimedCall, secret: string): boolean {
  if (proof.by === 'header') return isSame(digest(headers.get(proof.header) ?? ''), digest(secret))
  const read = signatureTable[proof.style]
  const { text, given, atMs, key } = read({ headers, body, secret, header: proof.header ?? '' })
  // A time that cannot be read is not within the window.
  if (atMs !== undefined && !(Math.abs(nowMs - atMs) <= windowMs)) return false
  const wanted = createHmac('sha256', key).update(text).digest()
  return given.filter((one) => isSame(one, wanted)).length > 0
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
