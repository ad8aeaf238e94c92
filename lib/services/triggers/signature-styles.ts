import type { SignatureStyle } from '@/lib/workflow/webhook-rules'

type Signed = {
  /** What was signed, the body included. */
  readonly text: Buffer
  /** The signatures that were given: one that fits is enough. */
  readonly given: readonly Buffer[]
  /** When it was signed, where the style says: an old one is a replay. */
  readonly atMs?: number
  readonly key: Buffer
}

export type SignedCall = {
  readonly headers: Headers
  readonly body: Buffer
  readonly secret: string
  /** Where `plain` signatures stand. */
  readonly header: string
}

/**
 * How services sign what they send, each with HMAC-SHA256 over the bytes of the body as they came in.
 *
 *   GitHub            https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 *   Standard Webhooks https://www.standardwebhooks.com
 *   Stripe            https://docs.stripe.com/webhooks/signature
 *   Slack             https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export const signatureTable: Readonly<Record<SignatureStyle, (call: SignedCall) => Signed>> = {
  github: ({ headers, body, secret }) => ({
    text: body,
    given: signaturesOf(headers.get('x-hub-signature-256')),
    key: Buffer.from(secret),
  }),
  standard: ({ headers, body, secret }) => {
    const at = headers.get('webhook-timestamp') ?? ''
    const given = (headers.get('webhook-signature') ?? '').split(' ')
    return {
      text: Buffer.concat([Buffer.from(`${headers.get('webhook-id') ?? ''}.${at}.`), body]),
      given: given.flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : [])),
      atMs: secondsOf(at),
      key: Buffer.from(secret.replace(/^whsec_/, ''), 'base64'),
    }
  },
  stripe: ({ headers, body, secret }) => {
    const parts = (headers.get('stripe-signature') ?? '').split(',').map((part) => part.trim().split('='))
    const at = parts.find(([name]) => name === 't')?.[1] ?? ''
    const given = parts.flatMap(([name, value]) =>
      name === 'v1' && value ? [Buffer.from(value, 'hex')] : [],
    )
    return {
      text: Buffer.concat([Buffer.from(`${at}.`), body]),
      given,
      atMs: secondsOf(at),
      key: Buffer.from(secret),
    }
  },
  slack: ({ headers, body, secret }) => {
    const at = headers.get('x-slack-request-timestamp') ?? ''
    const given = /^v0=([0-9a-f]{64})$/i.exec(headers.get('x-slack-signature') ?? '')?.[1]
    return {
      text: Buffer.concat([Buffer.from(`v0:${at}:`), body]),
      given: given ? [Buffer.from(given, 'hex')] : [],
      atMs: secondsOf(at),
      key: Buffer.from(secret),
    }
  },
  plain: ({ headers, body, secret, header }) => ({
    text: body,
    given: header === '' ? [] : signaturesOf(headers.get(header)),
    key: Buffer.from(secret),
  }),
}

/** A signature as hex or base64, with or without `sha256=` before it. */
function signaturesOf(value: string | null): readonly Buffer[] {
  const text = value?.trim().replace(/^sha256=/i, '') ?? ''
  if (/^[0-9a-f]{64}$/i.test(text)) return [Buffer.from(text, 'hex')]
  return /^[A-Za-z0-9+/]{43}=?$/.test(text) ? [Buffer.from(text, 'base64')] : []
}

function secondsOf(text: string): number {
  return /^\d{1,12}$/.test(text) ? Number(text) * 1_000 : Number.NaN
}
