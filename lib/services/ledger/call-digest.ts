import 'server-only'
import { createHash } from 'node:crypto'
import type { Covered, NotCovered } from '@/lib/policy/covered-by'
import { callDigestInput, digestInput } from '@/lib/policy/digest-input'

/** SHA-256 of exactly what would be sent: the call's node, action, connection and values. */
export function callDigest(call: Parameters<typeof callDigestInput>[0]): string {
  return sha256(callDigestInput(call))
}

/** SHA-256 of what a decision is about. */
export function approvalDigest(
  approval: string,
  about: { readonly covers: readonly Covered[]; readonly notCovered: readonly NotCovered[] },
): string {
  return sha256(digestInput(approval, about))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
