import { expect, it } from 'vitest'
import { simulate } from '@/tests/support/simulate'

it('comes to a right end on a thousand seeds of a scheduler that crashes now and then', async () => {
  const problems: string[] = []
  for (let seed = 1; seed <= 1_000; seed++) {
    const problem = await simulate(seed)
    if (problem) problems.push(problem)
  }
  expect(problems).toEqual([])
})
