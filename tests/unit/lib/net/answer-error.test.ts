import { expect, test } from 'vitest'
import { answerError } from '@/lib/net/answer-error'
import { redactor } from '@/lib/net/redact'
import { retryAfterOf } from '@/lib/net/retry-after'

const now = Date.parse('2026-11-22T12:00:00Z')

const errorFor = (
  status: number,
  headers: Record<string, string> = {},
  rest: { said?: string; isSafe?: boolean } = {},
) => answerError({ service: 'GitHub', status, headers: new Headers(headers), isSafe: false, now, ...rest })

test('each status says who must act, whether to try again, and what to do', () => {
  const table = [400, 401, 403, 404, 408, 409, 410, 413, 418, 422, 429, 500, 502, 503].map((status) => {
    const { code, retry } = errorFor(status)
    return [status, code, retry]
  })
  expect(table).toEqual([
    [400, 'invalid_input', 'no'],
    [401, 'reconnect', 'no'],
    [403, 'missing_scope', 'no'],
    [404, 'not_found', 'no'],
    [408, 'service_failed', 'unknown'],
    [409, 'conflict', 'no'],
    [410, 'not_found', 'no'],
    [413, 'too_large', 'no'],
    [418, 'bad_answer', 'no'],
    [422, 'invalid_input', 'no'],
    [429, 'rate_limited', 'after'],
    [500, 'service_failed', 'unknown'],
    [502, 'service_failed', 'unknown'],
    [503, 'service_failed', 'unknown'],
  ])
})

test('a failed server is simply asked again where that does no harm', () => {
  expect(errorFor(502, {}, { isSafe: true })).toMatchObject({ retry: 'after' })
})

test('messages name the product, the connection and the scope', () => {
  const named = answerError({
    service: 'GitHub',
    connection: 'Acme GitHub',
    status: 403,
    headers: new Headers(),
    scopes: ['repo'],
    said: 'Must have admin rights',
    isSafe: true,
    now,
  })
  expect(named.message).toBe(
    'GitHub does not allow this token to do that (403). It says: “Must have admin rights” Give “Acme GitHub” a token with the scope repo, in Connections.',
  )
})

test('a 403 with an exhausted limit is a limit, not a missing scope', () => {
  const reset = String(now / 1000 + 90)
  expect(errorFor(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })).toMatchObject({
    code: 'rate_limited',
    retryAfterMs: 90_000,
  })
  expect(errorFor(403, { 'retry-after': '30' })).toMatchObject({ code: 'rate_limited', retryAfterMs: 30_000 })
  expect(errorFor(403, {}, { said: 'You have exceeded a secondary rate limit' })).toMatchObject({
    code: 'rate_limited',
  })
})

test('the time to wait is read from seconds, a date, milliseconds or the limit’s reset', () => {
  const read = (headers: Record<string, string>) => retryAfterOf(new Headers(headers), now)
  expect(read({ 'retry-after': '12' })).toBe(12_000)
  expect(read({ 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' })).toBe(30_000)
  expect(read({ 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' })).toBe(0)
  expect(read({ 'retry-after-ms': '250' })).toBe(250)
  expect(read({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 5) })).toBe(5_000)
  expect(read({ 'x-ratelimit-remaining': '10', 'x-ratelimit-reset': String(now / 1000 + 5) })).toBeUndefined()
  expect(read({ 'retry-after': '99999999' })).toBe(3_600_000)
  expect(read({ 'retry-after': 'soon' })).toBeUndefined()
  expect(read({})).toBeUndefined()
})

test('secrets are taken out as they stand, encoded, and inside data', () => {
  const { text, data } = redactor(['s3cret/key+1', 'tiny', ''])
  expect(text('token s3cret/key+1 and s3cret%2Fkey%2B1, tiny')).toBe('token ••• and •••, tiny')
  expect(text(Buffer.from('s3cret/key+1').toString('base64'))).toBe('•••')
  expect(data({ a: ['s3cret/key+1', 1, null, { b: 'x s3cret/key+1' }] })).toEqual({
    a: ['•••', 1, null, { b: 'x •••' }],
  })
})
