import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isProven } from '@/lib/services/triggers/is-proven'
import type { SignatureStyle, WebhookProof } from '@/lib/workflow/webhook-rules'

const body = Buffer.from('{"zen":"Anything added dilutes everything else."}\n')
const secret = 'a secret of sixteen and more'
const nowMs = Date.parse('2026-06-01T09:00:00Z')
const seconds = String(nowMs / 1_000)

const hmac = (text: string | Buffer, key: string | Buffer = secret) => createHmac('sha256', key).update(text)
const over = (before: string) => Buffer.concat([Buffer.from(before), body])
const standardSecret = Buffer.from('0123456789abcdef0123').toString('base64')

/** Headers as each service sends them. */
const signed: Readonly<Record<SignatureStyle, (at: string) => Record<string, string>>> = {
  github: () => ({ 'x-hub-signature-256': `sha256=${hmac(body).digest('hex')}` }),
  plain: () => ({ 'x-sign': hmac(body).digest('base64') }),
  slack: (at) => ({
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${hmac(over(`v0:${at}:`)).digest('hex')}`,
  }),
  stripe: (at) => ({
    'stripe-signature': `t=${at},v1=${'0'.repeat(64)},v1=${hmac(over(`${at}.`)).digest('hex')}`,
  }),
  standard: (at) => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': at,
    'webhook-signature': `v1a,zzz v1,${hmac(over(`msg_1.${at}.`), Buffer.from(standardSecret, 'base64')).digest('base64')}`,
  }),
}

const styles = ['github', 'plain', 'slack', 'stripe', 'standard'] as const
const proofOf = (style: SignatureStyle): WebhookProof => ({ by: 'signature', style, header: 'X-Sign' })
const secretOf = (style: SignatureStyle) => (style === 'standard' ? `whsec_${standardSecret}` : secret)

describe.each(styles)('a signature as %s makes it', (style) => {
  const check = (headers: Record<string, string>, { bytes = body, key = secretOf(style) } = {}) =>
    isProven(proofOf(style), { headers: new Headers(headers), body: bytes, nowMs }, [key])

  it('holds for the body byte for byte, and for nothing else', () => {
    expect(check(signed[style](seconds))).toBe(true)
    expect(check(signed[style](seconds), { bytes: Buffer.concat([body, Buffer.from(' ')]) })).toBe(false)
    expect(check(signed[style](seconds), { key: 'another secret of that length' })).toBe(false)
    expect(check({})).toBe(false)
  })

  it('holds under a secret that was replaced not long ago', () => {
    const call = { headers: new Headers(signed[style](seconds)), body, nowMs }
    expect(isProven(proofOf(style), call, ['the new secret, not used yet', secretOf(style)])).toBe(true)
    expect(isProven(proofOf(style), call, [])).toBe(false)
    expect(isProven(proofOf(style), call, [''])).toBe(false)
  })
})

describe.each(['slack', 'stripe', 'standard'] as const)(
  'a signature with a time, as %s makes it',
  (style) => {
    it('is not good for long', () => {
      const check = (at: string) => {
        const call = { headers: new Headers(signed[style](at)), body, nowMs }
        return isProven(proofOf(style), call, [secretOf(style)])
      }
      expect([-600, 600, -200, 200].map((away) => check(String(nowMs / 1_000 + away)))).toEqual([
        false,
        false,
        true,
        true,
      ])
      expect(check('soon')).toBe(false)
    })
  },
)

describe('a secret in a header', () => {
  it('has to be there, whole', () => {
    const check = (value: string) =>
      isProven(
        { by: 'header', header: 'X-Key' },
        { headers: new Headers(value ? { 'x-key': value } : {}), body, nowMs },
        [secret],
      )
    expect([secret, secret.slice(1), `${secret} x`, ''].map(check)).toEqual([true, false, false, false])
  })
})
