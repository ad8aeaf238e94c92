import { expect, it } from 'vitest'
import { nearest } from '@/lib/workflow/nearest'

it.each([
  ['isue', ['start', 'issue', 'tell'], 'issue'],
  ['Issue', ['start', 'issue'], 'issue'],
  ['titel', ['title', 'tilt'], 'title'],
  ['completely', ['start', 'issue'], undefined],
  ['x', [], undefined],
])('what was meant by %s among %j is %s', (name, names, meant) => {
  expect(nearest(name, names)).toBe(meant)
})
