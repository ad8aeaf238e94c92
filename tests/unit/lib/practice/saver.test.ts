import { expect, test, vi } from 'vitest'
import { saver } from '@/lib/practice/saver'

/** A write that ends when the test says so. */
function writes() {
  const pending: { end: () => void; fail: () => void }[] = []
  const write = () =>
    new Promise<void>((resolve, reject) => {
      pending.push({ end: resolve, fail: () => reject(new Error('no database')) })
    })
  return { pending, write }
}

test('changes that come while one is written share the next write', async () => {
  const { pending, write } = writes()
  const { request } = saver(write, 60_000)
  const first = request()
  const others = [request(), request(), request()]
  expect(pending.length).toBe(1)
  pending[0]?.end()
  await first
  await Promise.resolve()
  expect(pending.length).toBe(2)
  pending[1]?.end()
  await Promise.all(others)
  expect(pending.length).toBe(2)
})

test('nobody waits longer than the patience, and nobody is told that it is written before it is', async () => {
  const { write } = writes()
  await expect(saver(write, 10).request()).rejects.toThrow('Not written within 10 ms.')
})

test('what could not be written is written later, and only then', async () => {
  const { pending, write } = writes()
  const { request, flush } = saver(write, 60_000)
  await flush()
  expect(pending.length).toBe(0)
  const asked = request()
  pending[0]?.fail()
  await expect(asked).rejects.toThrow('no database')
  const flushed = flush()
  await vi.waitFor(() => expect(pending.length).toBe(2))
  pending[1]?.end()
  await flushed
  await flush()
  expect(pending.length).toBe(2)
})
