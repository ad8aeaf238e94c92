import { expect, test } from 'vitest'
import { readAnswer } from '@/inngest/embedded/read-answer'

test('200 is the return value', () => {
  expect(readAnswer({ status: 200, headers: {}, body: '{"a":1}' })).toEqual({
    kind: 'returned',
    output: { a: 1 },
  })
  expect(readAnswer({ status: 200, headers: {}, body: 'null' })).toEqual({ kind: 'returned', output: null })
})

test('206 is a list of operations, with the delay of a step that failed', () => {
  const answer = readAnswer({
    status: 206,
    headers: { 'Retry-After': '5' },
    body: '[{"id":"h","op":"StepError","error":{"message":"m"}}]',
  })
  expect(answer).toEqual({
    kind: 'operations',
    operations: [{ id: 'h', op: 'StepError', error: { message: 'm' } }],
    retryAfter: { in: 5000 },
  })
})

test('anything else threw; 400 and X-Inngest-No-Retry say for good', () => {
  const threw = (status: number, headers: Record<string, string>) => {
    const answer = readAnswer({ status, headers, body: '{"message":"m"}' })
    return answer.kind === 'threw' && answer.retry
  }
  expect(threw(500, {})).toBe(true)
  expect(threw(500, { 'X-Inngest-No-Retry': 'false' })).toBe(true)
  expect(threw(500, { 'X-Inngest-No-Retry': 'true' })).toBe(false)
  expect(threw(400, {})).toBe(false)
})
