import { describe, expect, it } from 'vitest'
import { HandrailError } from '@/lib/core/errors'
import type { Json } from '@/lib/core/json'
import type { Condition, Operator } from '@/lib/workflow/condition'
import { evaluateCondition } from '@/lib/workflow/evaluate-condition'
import { from } from '@/tests/support/workflow'

const call = { scope: { it: { n: 5, text: 'Hello', none: null } }, now: 0, node: { id: 'check' } }
const holds = (condition: Condition) => evaluateCondition(condition, call, 'config.when')
const row = (left: Json, is: Operator, right?: Json): Condition => ({
  left: { value: left },
  is,
  ...(right === undefined ? {} : { right: { value: right } }),
})

describe('a condition row', () => {
  it.each<[Json, Operator, Json | undefined, boolean]>([
    ['high', 'equals', 'high', true],
    ['high', 'equals', 'High', false],
    [5, 'equals', '5', true],
    [true, 'equals', 'true', true],
    [{ a: 1, b: 2 }, 'equals', { b: 2, a: 1 }, true],
    [[1, 2], 'equals', [2, 1], false],
    ['a', 'not_equals', 'b', true],
    ['Hello', 'contains', 'ell', true],
    [['a', 'b'], 'contains', 'b', true],
    [['a', 'b'], 'not_contains', 'b', false],
    ['Hello', 'starts_with', 'He', true],
    ['Hello', 'ends_with', 'lo', true],
    [5, 'greater', 4, true],
    ['10', 'greater', 9, true],
    [5, 'greater_or_equal', 5, true],
    [5, 'less', 5, false],
    [5, 'less_or_equal', '5.0', true],
    ['2026-01-31', 'before', '2026-02-01T00:00:00Z', true],
    ['2026-01-31T10:00:00+02:00', 'before', '2026-01-31T09:00:00Z', true],
    ['2026-01-31T10:00', 'after', '2026-01-31T09:59:59Z', true],
    ['b', 'one_of', ['a', 'b'], true],
    ['b', 'one_of', 'a, b', true],
    ['c', 'one_of', ['a', 'b'], false],
    [true, 'is_true', undefined, true],
    [false, 'is_true', undefined, false],
    [false, 'is_false', undefined, true],
    ['', 'is_empty', undefined, true],
    ['  ', 'is_empty', undefined, true],
    [[], 'is_empty', undefined, true],
    [null, 'is_empty', undefined, true],
    [0, 'is_empty', undefined, false],
    [{ a: 1 }, 'is_not_empty', undefined, true],
  ])('%j %s %j is %s', (left, is, right, result) => {
    expect(holds(row(left, is, right))).toBe(result)
  })

  it.each<[Json, Operator, Json]>([
    ['many', 'greater', 3],
    [[1], 'less', 3],
    ['soon', 'before', '2026-01-01'],
    [{ a: 1 }, 'contains', 'a'],
    [1, 'one_of', 2],
  ])('says so when %j and %s %j cannot be compared', (left, is, right) => {
    expect(() => holds(row(left, is, right))).toThrow(HandrailError)
  })

  it('takes what is not there for empty, and for nothing else', () => {
    expect(holds({ left: from('gone', 'x'), is: 'is_empty' })).toBe(true)
    expect(holds({ left: from('it', 'none'), is: 'is_not_empty' })).toBe(false)
    expect(() => holds({ left: from('gone', 'x'), is: 'equals', right: { value: 1 } })).toThrow(
      /which is not there/,
    )
  })
})

describe('conditions together', () => {
  const yes = row(1, 'equals', 1)
  const no = row(1, 'equals', 2)

  it('hold all, or any', () => {
    expect(holds({ all: [yes, { any: [no, yes] }] })).toBe(true)
    expect(holds({ all: [yes, no] })).toBe(false)
    expect(holds({ any: [no, no] })).toBe(false)
    expect(holds({ all: [] })).toBe(true)
    expect(holds({ any: [] })).toBe(false)
  })

  it('leave later parts alone once it is clear', () => {
    const missing: Condition = { left: from('gone'), is: 'equals', right: { value: 1 } }
    expect(holds({ all: [no, missing] })).toBe(false)
    expect(holds({ any: [yes, missing] })).toBe(true)
  })

  it('mean the same as CEL', () => {
    expect(holds({ cel: 'it.n > 4 && it.text.startsWith("He")' })).toBe(true)
    expect(() => holds({ cel: 'it.n' })).toThrow(/must give true or false/)
  })
})
