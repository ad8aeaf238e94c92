import { describe, expect, it } from 'vitest'
import { modelError } from '@/lib/agent/openai/model-error'
import { reportedFailure } from '@/lib/agent/openai/reported-failure'
import { retryAfterMs } from '@/lib/agent/openai/retry-after'

const status = (code: number, said = '', kind = '') =>
  modelError({ kind: 'status', status: code, code: kind, said, retryAfterMs: null }, 'some-model')

describe('what a failure of a model endpoint means', () => {
  it('keeps keys out of what is logged and shown', () => {
    const error = status(400, 'Bad key sk-proj-abc_123*** in Bearer abc.def')
    expect(`${error.message} ${error.detail}`).not.toMatch(/abc/)
  })

  it('tells an unknown model from an endpoint that is not there', () => {
    expect(status(404, 'The model `x` does not exist').code).toBe('no_model')
    expect(status(404, 'Not Found')).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('only Chat Completions'),
    })
  })

  it('says of every failure what to do next', () => {
    const all = [400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 502, 503, 504].map((code) => status(code))
    for (const error of all) expect(error.message).toMatch(/Settings → Models|Try again|Give the agent less/)
  })

  it('finds failures that came with status 200', () => {
    expect(reportedFailure({ error: { code: 429, message: 'slow' } })).toMatchObject({ status: 429 })
    expect(reportedFailure({ error: { code: 'rate_limit_exceeded' } })).toMatchObject({ status: 429 })
    expect(
      reportedFailure({ status: 'failed', error: { code: 'server_error', message: 'x' } }),
    ).toMatchObject({
      status: 500,
    })
    expect(reportedFailure({ error: null, output: [] })).toBeNull()
  })
})

describe('how long to wait', () => {
  const now = Date.parse('2026-01-01T00:00:00Z')
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('%j', (headers, expected) => {
    expect(retryAfterMs(new Headers(Object.entries(headers)), now)).toBe(expected)
  })
})
