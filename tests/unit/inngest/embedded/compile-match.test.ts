import { expect, test } from 'vitest'
import { compileMatch, matchValuesOf } from '@/inngest/embedded/compile-match'
import { isTrue } from '@/inngest/embedded/expression'

const event = (data: Record<string, unknown>) => ({ id: 'e', name: 'n', ts: 0, data })

test('the usual match becomes a value that the matching event has', () => {
  const match = compileMatch('event.data.order.id == async.data.order.id', event({ order: { id: 7 } }))
  expect(match).toEqual({ matchValue: 'order.id=7', expression: null })
  expect(matchValuesOf(event({ order: { id: 7, name: 'x' } }))).toEqual(
    new Set(['order.id=7', 'order.name="x"']),
  )
  expect(matchValuesOf(event({ order: { id: '7' } }))).not.toContain('order.id=7')
})

test('a match over a missing or composed value stays an expression, which then says no or compares', () => {
  const expression = 'event.data.tags == async.data.tags'
  expect(compileMatch(expression, event({ tags: ['a'] }))).toEqual({ matchValue: null, expression })
  expect(compileMatch(expression, event({}))).toEqual({ matchValue: null, expression })
  expect(isTrue(expression, { event: event({}), async: event({}) })).toBe(false)
  expect(isTrue(expression, { event: event({ tags: ['a'] }), async: event({ tags: ['a'] }) })).toBe(true)
})

test('nothing asked takes every event', () => {
  expect(compileMatch(undefined, event({}))).toEqual({ matchValue: null, expression: null })
})
