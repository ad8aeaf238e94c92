import { describe, expect, it } from 'vitest'
import { HandrailError } from '@/lib/core/errors'
import { celReferences } from '@/lib/workflow/cel-references'
import { evaluateCel } from '@/lib/workflow/evaluate-cel'
import { parseCel } from '@/lib/workflow/parse-cel'

const numbers = Array.from({ length: 3_000 }, (_, index) => index)
const call = {
  scope: {
    n: 7,
    user: { name: 'Ada', age: 36, tags: ['a', 'b'], friends: [{ name: 'Bob', age: 9 }] },
    numbers: { all: numbers },
    text: { long: 'ab'.repeat(30_000) },
  },
  now: Date.UTC(2026, 0, 31),
  node: { id: 'check', name: 'Check' },
}
const evaluate = (source: string) => evaluateCel(source, call, 'config.when')
const codeOf = (source: string) => {
  try {
    evaluate(source)
    return 'fine'
  } catch (error) {
    return error instanceof HandrailError ? error.code : 'another error'
  }
}

describe('CEL', () => {
  it.each([
    ['n == 7', true],
    ['n + 1 == 8', true],
    ['1 + n', 8],
    ['n - 1', 6],
    ['n * 2', 14],
    ['n / 2', 3.5],
    ['n % 2 == 1', true],
    ['size(user.tags) == 2', true],
    ['user.friends.map(f, f.age * 2)', [18]],
    ['user.friends.exists(f, (f.age < 10) && f.name.startsWith("B"))', true],
    ['user.tags.all(t, t in ["a", "b"])', true],
    ['["é😀"].exists(x, x == "é😀")', true],
    ['user.?nick.orValue("none")', 'none'],
    ['has(user.nick)', false],
    ['now < timestamp("2026-02-01T00:00:00Z")', true],
    ['numbers.all.exists(x, x == 2999)', true],
    ['numbers.all.filter(x, x > 2990).size()', 9],
  ])('%s', (source, value) => {
    expect(evaluate(source)).toEqual(value)
  })

  it.each([
    'user.constructor',
    'user["__proto__"]',
    'constructor',
    'toString',
    'user.tags.constructor',
    'user.nick',
  ])('knows only what is in the data: %s', (source) => {
    expect(codeOf(source)).toBe('missing_value')
  })

  it.each([
    'text.long.matches("(a+)+$")',
    'cel.bind(v, text, v)',
    'meter_tick__(1)',
    'n ==',
    '"a" + 1',
    '__proto__',
  ])('refuses %s', (source) => {
    expect(codeOf(source)).toBe('expression_failed')
  })

  it.each([
    'numbers.all.exists(x, numbers.all.exists(y, numbers.all.exists(z, x + y + z < 0)))',
    'numbers.all.all(x, numbers.all.all(y, y == y))',
    'numbers.all.map(x, numbers.all)',
    'numbers.all.map(x, text.long.split(""))',
    'numbers.all.exists(x, text.long + "x" == "y")',
  ])('stops what looks at too much: %s', (source) => {
    expect(codeOf(source)).toBe('limit_reached')
  })

  it('refuses an expression without end', () => {
    expect(parseCel(`${'('.repeat(5_000)}1${')'.repeat(5_000)}`)).toHaveProperty('problem')
    expect(parseCel(Array.from({ length: 5_000 }, () => 'n').join(' + '))).toHaveProperty('problem')
  })

  it('says which steps it reads, without the names of its own loops', () => {
    const source =
      'user.friends.exists(f, f.age > limit.max) && has(a.b) && c.?d.orValue(1) == 1 && x.y[0].z == 2 && now > n'
    const read = celReferences(source)
    expect(
      read.map(({ from, path, mayBeMissing }) => `${[from, ...path].join('.')}${mayBeMissing ? '?' : ''}`),
    ).toEqual(['user.friends', 'limit.max', 'a.b?', 'c.d?', 'x.y.0.z', 'n'])
  })
})
