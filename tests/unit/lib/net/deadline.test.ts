import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { deadlineIn } from '../../../../lib/net/deadline'

const aborted = (signal: AbortSignal) =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason), { once: true }))

test('a deadline aborts when its time is over, and says so', async () => {
  const { signal } = deadlineIn(5)
  expect(await aborted(signal)).toMatchObject({ name: 'TimeoutError' })
})

test('a deadline aborts with what it follows, for the same reason', async () => {
  const caller = new AbortController()
  const { signal, clear } = deadlineIn(60_000, [new AbortController().signal, caller.signal])
  const reason = new Error('not wanted any more')
  const ending = aborted(signal)
  caller.abort(reason)
  expect(await ending).toBe(reason)
  clear()
  expect(deadlineIn(60_000, [caller.signal]).signal.reason).toBe(reason)
})

test('nothing holds on to a deadline that was cleared', () => {
  const caller = new AbortController()
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const { signal, clear } = deadlineIn(60_000, [caller.signal])
  expect([timers(), getEventListeners(caller.signal, 'abort').length]).toEqual([before + 1, 1])
  clear()
  expect([timers(), getEventListeners(caller.signal, 'abort').length]).toEqual([before, 0])
  caller.abort()
  expect(signal.aborted).toBe(false)
})
