import { expect, it } from 'vitest'
import { inOrder } from '@/components/runs/loop/item-order'
import { loopProgressOf } from '@/components/runs/loop/loop-progress'
import type { StepStatus } from '@/lib/workflow/views/run-view'
import { stepView } from '../support/run-view'

const items = (...statuses: readonly StepStatus[]) =>
  statuses.map((status, index) => ({ index, status, waitingFor: null, error: null }))
const each = (part: object) => stepView({ type: 'each', status: 'running', ...part })

it.each([
  ['2 of 20 items done', each({ input: { items: 20 }, items: items('succeeded', 'succeeded', 'running') })],
  ['1 of 3 items done, 1 failed', each({ input: { items: 3 }, items: items('succeeded', 'failed') })],
  ['0 of 2 items done, 2 waiting', each({ input: { items: 2 }, items: items('waiting', 'waiting') })],
  [
    '2 items done',
    each({ input: { items: 2 }, status: 'succeeded', items: items('succeeded', 'succeeded') }),
  ],
  ['no items', each({ input: { items: 0 }, status: 'succeeded', items: [] })],
  // What an earlier try did is kept as a whole: its items are not told again.
  ['3 items done', each({ input: { items: 3 }, status: 'succeeded', items: [], output: [1, 2, 3] })],
  ['2 rounds', stepView({ type: 'repeat', status: 'running', items: items('succeeded', 'running') })],
  ['2 rounds, 1 failed', stepView({ type: 'repeat', status: 'failed', items: items('succeeded', 'failed') })],
])('a loop says: %s', (words, step) => {
  expect(loopProgressOf(step)?.words).toBe(words)
})

it('is not asked of other steps', () => {
  expect(loopProgressOf(stepView({ type: 'set' }))).toBeNull()
})

it('shows what failed before what waits, and that before what is done', () => {
  const order = inOrder(items('succeeded', 'waiting', 'failed', 'succeeded', 'failed'))
  expect(order.map(({ index }) => index)).toEqual([2, 4, 1, 0, 3])
})
