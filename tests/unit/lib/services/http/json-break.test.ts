import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonBreak } from '@/lib/services/http/json-break'

it('finds the first character that cannot belong to JSON', () => {
  expect(jsonBreak('{"a": oops}')).toBe(6)
  expect(jsonBreak('[1, 2,]')).toBe(6)
  expect(jsonBreak('{"a" 1}')).toBe(5)
  expect(jsonBreak('{"a": 1')).toBe(7)
  expect(jsonBreak('"open')).toBe(0)
  expect(jsonBreak('1 2')).toBe(2)
  expect(jsonBreak('')).toBe(0)
})

it('finds nothing wrong with what is JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      expect(jsonBreak(text)).toBe(text.length)
    }),
  )
})
