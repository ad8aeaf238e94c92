import { createHmac } from 'node:crypto'
import { canonicalJson } from '@/lib/core/canonical-json'
import type { Json } from '@/lib/core/json'

export const signingKey = 'signkey-prod-0123456789abcdef0123456789abcdef'

/**
 * A request as a server sends it (4.1.1, 4.1.3): its body written as RFC 8785 says, and the header that proves where it
 * comes from.
 */
export function signed(content: unknown, { at = Date.now(), key = signingKey } = {}) {
  const plain: Json = JSON.parse(JSON.stringify(content))
  const body = canonicalJson(plain)
  const seconds = Math.round(at / 1_000).toString()
  const secret = key.replace(/^signkey-\w+-/, '')
  const hash = createHmac('sha256', secret).update(body).update(seconds).digest('hex')
  return {
    body,
    headers: { 'content-type': 'application/json', 'x-inngest-signature': `t=${seconds}&s=${hash}` },
  }
}
