import { afterEach, expect, test } from 'vitest'
import type { Action } from '@/lib/connectors/contract'
import { repeatOf } from '@/lib/connectors/repeat-of'
import { lookupAction, runAction } from '@/lib/connectors/runs'
import { HandrailError } from '@/lib/core/errors'
import type { FaultKind } from '@/lib/practice/faults'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo, inputOf, serviceOf } from '../../support/connections'

/** What each fault must become. `sent`: `after` for a call that may be repeated, `unknown` for any other. */
const expected: readonly (readonly [FaultKind, { code: string; retry: 'no' | 'after' | 'sent' }])[] = [
  ['401', { code: 'reconnect', retry: 'no' }],
  ['403', { code: 'missing_scope', retry: 'no' }],
  ['404', { code: 'not_found', retry: 'no' }],
  ['409', { code: 'conflict', retry: 'no' }],
  ['422', { code: 'invalid_input', retry: 'no' }],
  ['429', { code: 'rate_limited', retry: 'after' }],
  ['500', { code: 'service_failed', retry: 'sent' }],
  ['garbage', { code: 'bad_answer', retry: 'sent' }],
  ['nothing', { code: 'unreachable', retry: 'sent' }],
  ['lost', { code: 'unreachable', retry: 'sent' }],
]

let calls = 0

/** What one action makes of everything that a far side can do wrong. */
export function describeFaults(action: Action, running: () => Emulators): void {
  const { id } = action
  const connector = id.split('.')[0] ?? ''
  afterEach(async () => {
    const { faults, idle } = serviceOf(running(), connector)
    faults.clear()
    await idle()
  })
  const isHarmless = action.effect === 'read' || action.repeat === 'safe'
  // An effect may look first, and what goes wrong there has done nothing.
  const strikes = action.effect === 'read' ? {} : { onChanges: true }
  const newCall = () => ({
    action: id,
    connection: connectionTo(running(), connector),
    input: inputOf(action, running()),
    idempotencyKey: `run_f${calls++}/n:step`,
    signal: AbortSignal.timeout(30_000),
  })

  const remembered = () => JSON.stringify(serviceOf(running(), connector).state())

  test.each(expected)('%s', async (kind, { code, retry }) => {
    serviceOf(running(), connector).faults.add({ kind, retryAfterSeconds: 7, ...strikes })
    const error = await errorOf(runAction(newCall()))
    expect(error).toMatchObject({
      code,
      retry: retry === 'sent' ? (isHarmless ? 'after' : 'unknown') : retry,
      retryAfterMs: kind === '429' ? 7_000 : undefined,
    })
    expect(error.message).toMatch(/^\S.{20,}\.$/)
    if (kind === '401') expect(error.message).toContain(`Test ${connector}`)
    if (kind === '403' && action.scopes[0]) expect(error.message).toContain(action.scopes[0])
    expectNoSecret(error, running().token)
  })

  const stoppedRetry = isHarmless ? 'after' : 'unknown'
  test('a call whose time is over says whether it may have happened', async () => {
    const stopping = new AbortController()
    const timeIsOver = () => stopping.abort(new DOMException('The time is over.', 'TimeoutError'))
    const slow = { kind: 'slow', milliseconds: 60, times: 1, ...strikes } as const
    serviceOf(running(), connector).faults.add(slow, timeIsOver)
    const late = await errorOf(runAction({ ...newCall(), signal: stopping.signal }))
    expect(late).toMatchObject({ code: 'timed_out', retry: stoppedRetry })
  })

  test('a call that is stopped says whether it may have happened', async () => {
    const stopping = new AbortController()
    const slow = { kind: 'slow', milliseconds: 60, times: 1, ...strikes } as const
    serviceOf(running(), connector).faults.add(slow, () => stopping.abort())
    const stopped = await errorOf(runAction({ ...newCall(), signal: stopping.signal }))
    expect(stopped).toMatchObject({ code: 'cancelled', retry: stoppedRetry })
  })

  test('a refused connection never sent anything', async () => {
    const { connection, ...call } = newCall()
    const closed = await closedPort()
    const error = await errorOf(
      runAction({
        ...call,
        connection: { ...connection, baseUrl: closed, settings: { hosts: new URL(closed).host } },
        ...(connector === 'http' ? { input: { ...call.input, url: closed } } : {}),
      }),
    )
    expect(error).toMatchObject({ code: 'unreachable', retry: 'after' })
  })

  if (action.effect === 'read') return
  test('an effect whose answer was lost is found again, and not done twice', async () => {
    const call = newCall()
    const { faults, effects } = serviceOf(running(), connector)
    faults.add({ kind: 'lost', times: 1, ...strikes })
    await errorOf(runAction(call))
    const repeat = repeatOf(action, action.input.parse(call.input))
    if (repeat === 'never') return
    const after = remembered()
    if (repeat === 'lookup') action.output.parse(await lookupAction(call))
    else action.output.parse(await runAction(call))
    if (repeat === 'safe') return
    expect(remembered() === after, 'what the service remembers has changed').toBe(true)
    expect(effects.counts()[call.idempotencyKey] ?? 1).toBe(1)
  })

  test('a look-up that fails is no proof of anything', async () => {
    const call = newCall()
    if (action.repeat !== 'lookup') return
    serviceOf(running(), connector).faults.add({ kind: '500' })
    expect(await errorOf(lookupAction(call))).toMatchObject({ code: 'service_failed', retry: 'after' })
  })
}

async function errorOf(work: Promise<unknown>): Promise<HandrailError> {
  const outcome = await work.then(
    (value) => new Error(`it succeeded with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (outcome instanceof HandrailError) return outcome
  throw outcome
}

/** An address at which nobody listens: somebody did a moment ago. */
async function closedPort(): Promise<string> {
  const front = await startEmulators()
  await front.close()
  return front.github.url
}

/** Nothing of an error, however deep, may hold the token. */
function expectNoSecret(error: unknown, token: string): void {
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (typeof value === 'string') expect(value).not.toContain(token)
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    for (const key of Reflect.ownKeys(value)) visit(Reflect.get(value, key))
  }
  visit(error)
}
